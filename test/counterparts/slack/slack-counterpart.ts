import { createCallRecord } from '../frame/call-record.js';
import { createChanges } from '../frame/changes.js';
import { createFaults } from '../frame/faults.js';
import { createLandings } from '../frame/landings.js';
import { startListener } from '../frame/listener.js';
import { createApiDoor } from './api-door.js';
import { createEphemerals } from './ephemerals.js';
import { type Called, type FaultOptions, fits } from './faults.js';
import { createIds } from './ids.js';
import { createActs } from './inbound/acts.js';
import { createCourier, type AppAddress } from './inbound/courier.js';
import { createPostRecord } from './post-record.js';
import { createRateWatch } from './rate-watch.js';
import { createReadings } from './readings.js';
import type { RecordedCall } from './recorded-call.js';
import { createResponseUrls } from './response-urls.js';
import type { SlackCommands } from './slack-commands.js';
import { createSocketMode } from './socket/socket-mode.js';
import { createTriggers } from './triggers.js';
import { createViews } from './views.js';
import { createWaits } from './waits.js';
import { createWorkspace, SIGNING_SECRET, type WorkspaceSpec } from './workspace.js';
import { createLogs, type World } from './world.js';

export interface SlackCounterpartOptions {
  readonly workspace?: WorkspaceSpec;
  /** Where the app listens; can be said later with setApp. Socket Mode where no address is given. */
  readonly app?: Partial<AppAddress>;
  /** The machine's clock where absent. */
  readonly clock?: () => Date;
  /** The same seed gives the same ids and the same befallen calls. */
  readonly seed?: number;
  /** Any free port where absent. */
  readonly port?: number;
  /** Starts with every connection refused. */
  readonly unreachable?: boolean;
  /** How many messages a channel takes within a second before it answers 429; any number where absent. */
  readonly postsPerSecond?: number;
  /** How long a message can be edited; for ever where absent. */
  readonly editWindowMs?: number;
  /** The field of event_payload by which duplicates are told; `id` where absent. */
  readonly idField?: string;
  /** Whether every call is kept for `calls`; true where absent. */
  readonly recordCalls?: boolean;
  /** How many messages of a channel are kept at least; all where absent. */
  readonly keepPerChannel?: number;
}

export interface SlackCounterpart extends SlackCommands {
  /** What SLACK_API_URL is to be: `http://127.0.0.1:<port>/api/`. */
  readonly apiUrl: string;
  readonly close: () => Promise<void>;
}

/** A stand-in for Slack on loopback, in the shape that Slack documents. */
export async function startSlackCounterpart(
  options: SlackCounterpartOptions = {},
): Promise<SlackCounterpart> {
  const { clock } = options;
  const { timeOrigin } = performance;
  const now = clock ? () => clock().getTime() : () => timeOrigin + performance.now();
  const ids = createIds(options.seed ?? Math.floor(Math.random() * 2 ** 32));
  const workspace = createWorkspace(options.workspace ?? {}, ids);
  const changes = createChanges('Slack');
  const socketMode = createSocketMode({ ids, appId: workspace.bot.appId, changed: changes.happened });
  const faults = createFaults<FaultOptions, Called>({ fits, fraction: ids.fraction });
  const calls = createCallRecord<RecordedCall>({ keep: options.recordCalls ?? true });
  const rates = createRateWatch();
  const origin = (): string => `http://127.0.0.1:${listener.port()}`;
  const world: World = {
    now,
    ids,
    changes,
    workspace,
    logs: createLogs({ now, ...(options.keepPerChannel !== undefined && { keep: options.keepPerChannel }) }),
    posts: createPostRecord({ idField: options.idField ?? 'id' }),
    ephemerals: createEphemerals(),
    triggers: createTriggers({ now, ids }),
    views: createViews({ now, ids, workspace }),
    unknownBlocks: new Set(),
    ...(options.editWindowMs !== undefined && { editWindowMs: options.editWindowMs }),
    origin,
    socketAddress: () => socketMode.issueAddress(origin()),
  };
  const urls = createResponseUrls(world);
  const landings = createLandings(changes);
  const onRequest = createApiDoor({
    world,
    faults,
    calls,
    landings,
    rates,
    ...(options.postsPerSecond !== undefined && { postsPerSecond: options.postsPerSecond }),
    answerResponseUrl: urls.answer,
  });
  let app: AppAddress = {
    delivery: options.app?.urls ? 'http' : 'socket',
    urls: [],
    signingSecret: SIGNING_SECRET,
    ...options.app,
  };
  const courier = createCourier({ world, socketMode, address: () => app });

  const listener = await startListener({
    port: options.port ?? 0,
    onRequest,
    onUpgrade: socketMode.onUpgrade,
  });
  if (options.unreachable) await listener.goAway();

  return {
    apiUrl: `${origin()}/api/`,
    ...createActs({ world, urls, courier }),
    ...createReadings({ world, calls, rates }),
    ...createWaits({ world, calls, socketMode }),
    replay: ({ delivery, to }) => courier.replay(delivery, to),
    sendRaw: courier.sendRaw,
    setApp: (next) => {
      app = { ...app, ...next };
    },
    fault: faults.add,
    faults: faults.states,
    clearFaults: faults.clear,
    setKnown: ({ block, known }) => {
      if (known) world.unknownBlocks.delete(block);
      else world.unknownBlocks.add(block);
    },
    landNow: landings.landNow,
    setReachable: ({ reachable }) => (reachable ? listener.comeBack() : listener.goAway()),
    setUser: workspace.setUser,
    setChannel: workspace.setChannel,
    setToken: workspace.setToken,
    removeChannel: ({ id }) => void workspace.channels.delete(id),
    say: ({ user, channel, text, threadTs }) => {
      const log = world.logs.of(channel);
      const ts = log.nextTs();
      const teamId = workspace.users.get(user)?.teamId ?? workspace.team.id;
      const base = { type: 'message', user, ts, team: teamId, text } as const;
      log.add(threadTs === undefined ? base : { ...base, thread_ts: threadTs });
      changes.happened();
      return ts;
    },
    sockets: socketMode.connections,
    disconnectSockets: ({ reason = 'refresh_requested', closeAfterMs = 100 } = {}) =>
      socketMode.disconnect({ reason, closeAfterMs }),
    dropSockets: socketMode.drop,
    close: async () => {
      faults.clear();
      landings.stop();
      await listener.goAway();
    },
  };
}
