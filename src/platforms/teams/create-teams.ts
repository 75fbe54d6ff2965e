/** Puts the Teams platform together. Nothing is asked of Microsoft before `start`, and Teams may be away then. */
import type { Conversation } from '../../conversation/conversation.js';
import type { AlertView } from '../../domain/alert-view.js';
import type { RawRequest } from '../../inbound/raw-request.js';
import type { Platform } from '../../posting/platform.js';
import type { KnowStaffDeps } from '../../use-cases/know-staff.js';
import type { Log } from '../../use-cases/log.js';
import type { SeenCard } from '../../use-cases/adopt-card.js';
import type { SeenRequests } from '../../use-cases/seen-requests.js';
import type { TeamsConversationStore } from '../../use-cases/teams-conversations.js';
import type { Transaction } from '../../use-cases/transaction.js';
import { createExchanger, type Exchanger } from '../wire/exchange.js';
import type { HealthState, HealthTimes } from '../wire/health.js';
import { createInbound } from './create-inbound.js';
import { noteUnconnected } from './handlers/unconnected.js';
import { createOutbound } from './create-outbound.js';
import type { Notices } from './handlers/handler-deps.js';
import { takenFrom } from './handlers/installed.js';
import { CONNECTIONS } from './limits.js';
import { createPeople } from './people/people.js';
import { DELIVERY_TIMES, type DeliveryTimes } from './receive/delivery.js';
import type { HttpAnswer } from './receive/door.js';
import { createReferences } from './references.js';
import { createAuthenticate } from './sdk/authenticate.js';
import { createCredentials, type Credentials, NO_CREDENTIALS } from './sdk/credentials.js';
import type { SendTimes } from './send.js';
import { createTell } from './tell.js';

type TeamsSettings =
  | {
      readonly mode: 'app';
      readonly appId: string;
      readonly appPassword: string;
      readonly tenantId: string;
    }
  /** Without credentials, while only this machine is listened to. */
  | { readonly mode: 'local' };

/** Where a stand-in for Microsoft listens, for our own tests. */
interface StandIn {
  readonly openIdUrl: string;
  readonly tokenUrl: string;
}

interface TeamsDeps {
  readonly settings: TeamsSettings;
  /** Absent: Microsoft itself. */
  readonly standIn?: StandIn;
  /** The names of the teams that alerts go to. */
  readonly teams: readonly string[];
  /** Those of them that no other chat hears of. */
  readonly onlyOnTeams: readonly string[];
  readonly conversation: Conversation;
  readonly staff: KnowStaffDeps;
  readonly conversations: Transaction<TeamsConversationStore>;
  readonly seen: SeenRequests;
  /** The alert as it stands. Throws DatabaseAway. */
  readonly viewAlert: (alert: number) => Promise<AlertView | undefined>;
  /** Somebody has this card before them. Throws DatabaseAway. */
  readonly adoptCard: (card: SeenCard) => Promise<unknown>;
  readonly notices: Notices;
  /** Teams takes calls, from now or again. */
  readonly wake: () => void;
  readonly clock: () => Date;
  readonly random: () => number;
  readonly log: Log;
  readonly times?: {
    readonly delivery?: DeliveryTimes;
    readonly health?: HealthTimes;
    readonly send?: SendTimes;
  };
}

export interface Teams {
  readonly platform: Platform;
  /** Answers `POST /api/messages`. Never throws. */
  readonly handle: (request: RawRequest) => Promise<HttpAnswer>;
  /** The channel that a team works in, as somebody said there, even if Earshot was taken away since; undefined where nobody did. */
  readonly channelOf: (team: string) => string | undefined;
  /** Until it is done `channelOf` knows of no channel, so that an alert opened before would never be on Teams. Throws DatabaseAway. */
  readonly prepare: () => Promise<void>;
  readonly start: () => void;
  /** Finishes what is under way and closes every connection. */
  readonly stop: () => Promise<void>;
  readonly status: () => HealthState;
}

/** Notice of an installation that somebody has to mend. */
const PARKED_NOTICE = 'platform:teams';

export function createTeams(deps: TeamsDeps): Teams {
  const { settings, standIn, notices, clock, random, log, times = {} } = deps;
  const tenantId = settings.mode === 'app' ? settings.tenantId : undefined;
  const exchanger = createExchanger(CONNECTIONS);
  const references = createReferences({ transaction: deps.conversations, clock, log });
  let stopping = false;
  const quietly = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      if (stopping) return;
      log.warn({ platform: 'teams', error }, 'Something that Teams’ connection led to could not be done');
    });
  };

  const { platform, connector, health } = createOutbound({
    exchanger,
    credentials: credentialsOf(deps, exchanger),
    references,
    userIdOf: (staffId) => people.userIdOf(staffId),
    onReady: () => {
      quietly(notices.clear(PARKED_NOTICE));
      deps.wake();
    },
    onParked: (reason) => quietly(notices.set(PARKED_NOTICE, `Teams is stopped: ${reason}.`)),
    channelGone: (channel) => quietly(takenFrom({ references, notices }, { conversationId: channel })),
    clock,
    random,
    log,
    times: { ...(times.health && { health: times.health }), ...(times.send && { send: times.send }) },
  });
  const people = createPeople({ staff: deps.staff, connector, tenantId, clock, log });
  const { conversation, teams, onlyOnTeams } = deps;
  const handlers = { conversation, people, references, teams, onlyOnTeams, notices };
  const inbound = createInbound({
    handlers,
    authenticate:
      settings.mode === 'app'
        ? createAuthenticate({ ...settings, ...(standIn && { openIdUrl: standIn.openIdUrl }), log })
        : undefined,
    tenantId,
    loopback: settings.mode === 'local' || standIn !== undefined,
    viewAlert: deps.viewAlert,
    adoptCard: deps.adoptCard,
    tell: createTell({ connector, references, clock, log }),
    seen: deps.seen,
    clock,
    log,
    times: times.delivery ?? DELIVERY_TIMES,
  });

  return {
    platform,
    handle: inbound.handle,
    channelOf: references.channelOf,
    prepare: async () => {
      await references.refresh();
      await noteUnconnected(handlers);
    },
    start: () => {
      references.start();
      health.start();
    },
    stop: async () => {
      stopping = true;
      references.stop();
      health.stop();
      await inbound.drain();
      exchanger.close();
    },
    status: () => health.state(),
  };
}

function credentialsOf(
  { settings, standIn, clock }: Pick<TeamsDeps, 'settings' | 'standIn' | 'clock'>,
  exchanger: Exchanger,
): Credentials {
  if (settings.mode === 'local') return NO_CREDENTIALS;
  return createCredentials({
    ...settings,
    ...(standIn && { tokenUrl: standIn.tokenUrl }),
    exchanger,
    clock,
  });
}
