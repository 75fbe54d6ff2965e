/** Puts everything together by which Teams is spoken to. Nothing is asked of Teams before `health.start`. */
import type { Platform } from '../../posting/platform.js';
import type { Log } from '../../use-cases/log.js';
import type { Exchanger } from '../wire/exchange.js';
import type { HealthTimes } from '../wire/health.js';
import { createRefusals } from './buckets.js';
import { createDirectMessages } from './direct-messages.js';
import { createGate } from './gate.js';
import { createTeamsHealth, type Health } from './health.js';
import { mayBePosted } from './outcome.js';
import { createPlaces } from './places.js';
import type { References } from './references.js';
import { type Connector, createConnector } from './sdk/connector.js';
import type { Credentials } from './sdk/credentials.js';
import type { SendTimes } from './send.js';
import { createTeamsPlatform } from './teams-platform.js';

interface OutboundDeps {
  readonly exchanger: Exchanger;
  readonly credentials: Credentials;
  readonly references: Pick<References, 'findChannel' | 'findPersonal' | 'latest' | 'remember'>;
  /** The id on Teams, `29:…`, of somebody on the staff. Throws DatabaseAway. */
  readonly userIdOf: (staffId: string) => Promise<string | undefined>;
  /** Teams takes calls, from now or again. */
  readonly onReady: () => void;
  readonly onParked: (reason: string) => void;
  /** A channel turned out not to take posts. */
  readonly channelGone: (channel: string) => void;
  readonly clock: () => Date;
  readonly random: () => number;
  readonly log: Log;
  readonly times?: { readonly health?: HealthTimes; readonly send?: SendTimes };
}

export interface Outbound {
  readonly platform: Platform;
  readonly connector: Connector;
  readonly health: Health;
}

export function createOutbound(deps: OutboundDeps): Outbound {
  const { exchanger, credentials, references, userIdOf, clock, random, log, times = {} } = deps;
  const gate = createGate(clock);
  const health = createTeamsHealth({
    credentials,
    connector: createConnector({ exchanger, credentials }),
    somewhere: async () => {
      const latest = await references.latest();
      return latest && { serviceUrl: latest.serviceUrl, conversation: latest.id };
    },
    onReady: deps.onReady,
    onParked: deps.onParked,
    log,
    random,
    ...(times.health && { times: times.health }),
  });
  const connector = createConnector({
    exchanger,
    credentials,
    heard: (answer, call) => {
      health.heard(answer, call);
      if (call.kind !== 'post') return;
      if (mayBePosted(answer)) gate.doubt();
      else if (answer.kind === 'ok' || answer.kind === 'error') gate.clear();
    },
  });
  const platform = createTeamsPlatform({
    connector,
    places: createPlaces({ references, clock }),
    directMessages: createDirectMessages({ connector, references, userIdOf, clock, log }),
    userIdOf,
    refused: createRefusals(clock),
    gate,
    ready: () => health.state().state === 'ok',
    channelGone: deps.channelGone,
    clock,
    log,
    ...(times.send && { times: times.send }),
  });
  return { platform, connector, health };
}
