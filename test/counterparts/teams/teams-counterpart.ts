import { createCallRecord } from '../frame/call-record.js';
import { createChanges } from '../frame/changes.js';
import { createFaults } from '../frame/faults.js';
import { createLandings } from '../frame/landings.js';
import { startListener } from '../frame/listener.js';
import { createConnectorDoor } from './connector/connector-door.js';
import { type Called, type FaultOptions, fits } from './faults.js';
import { createActivityTokens } from './identity/activity-tokens.js';
import { createBotTokens } from './identity/bot-tokens.js';
import { createSigningKeys } from './identity/signing-keys.js';
import { createActs } from './inbound/acts.js';
import { createDialogs } from './inbound/dialogs.js';
import { createCourier, type BotAddress } from './inbound/courier.js';
import { createMessageLog } from './message-log.js';
import { createPersonalViews } from './personal-views.js';
import { createPostRecord } from './post-record.js';
import { createRateWatch } from './rate-watch.js';
import { createReadings } from './readings.js';
import type { RecordedCall } from './recorded-call.js';
import type { TeamsCommands } from './teams-commands.js';
import { createTeamsIds } from './teams-ids.js';
import { createTenant, type TenantSpec } from './tenant.js';
import { createWaits } from './waits.js';
import type { World } from './world.js';

export interface TeamsCounterpartOptions {
  readonly tenant?: TenantSpec;
  /** Where the bot listens; can be said later with setBotAddress. */
  readonly bot?: BotAddress;
  /** The machine's clock where absent. */
  readonly clock?: () => Date;
  /** The same seed gives the same ids and the same befallen calls. */
  readonly seed?: number;
  /** Any free port where absent. */
  readonly port?: number;
  /** Starts with every connection refused. */
  readonly unreachable?: boolean;
  /** Whether calls beyond Teams' rates are answered 429; they are reported in any case. False where absent. */
  readonly throttle?: boolean;
  /** Whether every call is kept for `calls`; true where absent. */
  readonly recordCalls?: boolean;
  /** How many messages are kept at least; all where absent. */
  readonly keepMessages?: number;
}

export interface TeamsAddresses {
  /** `http://127.0.0.1:<port>/v1/.well-known/openidconfiguration` */
  readonly openIdUrl: string;
  /** Of the bot's own tenant. */
  readonly tokenUrl: string;
  /** What activities name as their serviceUrl; ends with a slash. */
  readonly serviceUrl: string;
}

export interface TeamsCounterpart extends TeamsCommands, TeamsAddresses {
  readonly close: () => Promise<void>;
}

/** A stand-in for Microsoft Teams, its connector and its sign-in on loopback, in the shape that Microsoft documents. */
export async function startTeamsCounterpart(
  options: TeamsCounterpartOptions = {},
): Promise<TeamsCounterpart> {
  const { clock } = options;
  const { timeOrigin } = performance;
  const now = clock ? () => clock().getTime() : () => timeOrigin + performance.now();
  const ids = createTeamsIds({ seed: options.seed ?? Math.floor(Math.random() * 2 ** 32), now });
  const tenant = createTenant(options.tenant ?? {}, ids);
  const keys = createSigningKeys();
  const faults = createFaults<FaultOptions, Called>({ fits, fraction: ids.fraction });
  const calls = createCallRecord<RecordedCall>({ keep: options.recordCalls ?? true });
  const rates = createRateWatch();
  const origin = (): string => `http://127.0.0.1:${listener.port()}`;
  let isRegistered = true;
  const world: World = {
    now,
    ids,
    changes: createChanges('Teams'),
    tenant,
    log: createMessageLog(options.keepMessages === undefined ? {} : { keep: options.keepMessages }),
    posts: createPostRecord(),
    views: createPersonalViews(),
    keys,
    botTokens: createBotTokens({ tenant, ids, now }),
    isRegistered: () => isRegistered,
    origin,
    serviceUrl: () => `${origin()}/emea/`,
  };
  const landings = createLandings(world.changes);
  const { throttle = false } = options;
  const onRequest = createConnectorDoor({ world, faults, calls, landings, rates, throttle });
  let bot: BotAddress = { urls: [], ...options.bot };
  const tokens = createActivityTokens({ keys, appId: tenant.bot.appId, now });
  const courier = createCourier({ world, tokens, address: () => bot });

  const listener = await startListener({ port: options.port ?? 0, onRequest });
  if (options.unreachable) await listener.goAway();

  return {
    openIdUrl: `${origin()}/v1/.well-known/openidconfiguration`,
    tokenUrl: `${origin()}/${tenant.tenantId}/oauth2/v2.0/token`,
    serviceUrl: world.serviceUrl(),
    ...createActs({ world, courier }),
    ...createDialogs({ world, courier }),
    ...createReadings({ world, calls, rates }),
    ...createWaits({ world, calls }),
    replay: ({ delivery, to }) => courier.replay(delivery, to),
    sendRaw: courier.sendRaw,
    setBotAddress: (next) => {
      bot = { ...bot, ...next };
    },
    fault: faults.add,
    faults: faults.states,
    clearFaults: faults.clear,
    landNow: landings.landNow,
    setReachable: ({ reachable }) => (reachable ? listener.comeBack() : listener.goAway()),
    setPerson: tenant.people.set,
    setTeam: tenant.setTeam,
    setConversation: tenant.setConversation,
    personalChat: ({ person }) => tenant.personal(tenant.people.get(person).id),
    setBot: ({ registered = isRegistered, password }) => {
      isRegistered = registered;
      if (password !== undefined) world.botTokens.setPassword(password);
    },
    revokeTokens: world.botTokens.revoke,
    rotateKeys: () => void keys.rotate(),
    close: async () => {
      faults.clear();
      landings.stop();
      await listener.goAway();
    },
  };
}
