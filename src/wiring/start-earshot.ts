/** Calls each folder's createX once and connects them; no logic. Long because it connects everything, in one place to read. */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { BUILT_IN_FLAGS } from '../config/built-in-rules/built-in-flags.js';
import { createMarks } from '../config/kill-at.js';
import { keepSessionKey } from '../config/session-key.js';
import { deskChannels } from '../config/desk-channels.js';
import type { Settings } from '../config/settings.js';
import { configuredSources } from './configured-sources.js';
import { createConversation } from '../conversation/create-conversation.js';
import type { PastMoment } from '../demo/past.js';
import { zonedAudiences } from '../domain/digest/zoned-audiences.js';
import { oneAddressOf } from '../domain/one-address.js';
import type { PlatformUser } from '../domain/staff.js';
import { createNewId } from '../domain/uuid.js';
import { createPublicListener } from '../http/public-listener.js';
import { tryPorts } from '../http/try-ports.js';
import { liveThrough } from '../past/live-through.js';
import { createDesk } from '../platforms/desk/create-desk.js';
import { createPosting } from '../posting/create-posting.js';
import { loadBuiltInModel } from '../reading/built-in-model.js';
import { createFindThemes } from '../reading/create-find-themes.js';
import { createReader } from '../reading/create-reader.js';
import { detectLanguage } from '../reading/detect-language.js';
import { createJudge } from '../reading/judge.js';
import { createSaysTheme } from '../reading/says-theme.js';
import { withFoundThemes } from '../reading/with-found-themes.js';
import { createChanges } from '../storage/changes.js';
import { openDatabase } from '../storage/database.js';
import { createMetrics } from '../telemetry/metrics.js';
import { createAcceptDeliveries } from '../use-cases/accept-deliveries.js';
import { clearNotice, giveNotice } from '../use-cases/give-notice.js';
import { findUser, rememberUsers } from '../use-cases/know-staff.js';
import type { Log } from '../use-cases/log.js';
import { retryMessage } from '../use-cases/retry-message.js';
import { createReportReader } from '../use-cases/report-reader.js';
import { configuredThemes } from '../domain/themes/configured-themes.js';
import { createNarrator } from '../use-cases/narrative/narrate.js';
import { renameTheme } from '../use-cases/themes/rename-theme.js';
import { createThemeKeeper } from '../use-cases/themes/theme-keeper.js';
import { wireModel } from './wire-model.js';
import { wireChat } from './wire-chat.js';
import { wireWork, type Work } from './wire-work.js';

export interface EarshotOptions {
  readonly settings: Settings;
  readonly log: Log;
  /** The demo's people, any of whom may act on the desk; absent: the configured operator. */
  readonly actors?: readonly PlatformUser[];
  /** The embedded database begins empty, whatever was in its directory. */
  readonly fresh?: boolean;
  /** The command line that sends a voice of one's own to the public address, shown where nothing was heard yet. */
  readonly howToSend?: (publicAddress: string) => string;
  /** The demo's: makes one more customer speak at the public address. */
  readonly sendSample?: (publicAddress: string) => Promise<void>;
  /** The demo's: what happened until now, lived through before anything listens; days are those of `timeZone`. */
  readonly past?: (now: Date, timeZone: string) => readonly PastMoment[];
  /** Tells whoever sees the terminal a new address that opens the desk. */
  readonly announce: (address: string) => void;
}

export interface Earshot {
  /** http://127.0.0.1:3000 */
  readonly publicAddress: string;
  /** A fresh address that opens the desk, once. */
  readonly openingAddress: () => string;
  /** Takes nothing new, finishes what was begun, and lets go of everything. */
  stop(): Promise<void>;
}

const DESK_HOST = '127.0.0.1';
const DRAIN_MS = 5_000;
/** A database that says nothing more is not waited for: what was not written is found again, as after a crash. */
const STOP_MS = 15_000;
/** A call and what comes before it end within 15 s; a message may appear half a minute after its call. */
const POSTING_TIMES = { leaseMs: 20_000, settleMs: 31_000 };

export async function startEarshot({
  settings,
  log,
  actors,
  fresh,
  howToSend,
  sendSample,
  past,
  announce,
}: EarshotOptions): Promise<Earshot> {
  const { policy, test } = settings;
  const clock = (): Date => new Date(Date.now() + (test?.clockOffsetMs ?? 0));
  const newId = createNewId(clock, randomBytes);
  const mark = createMarks(test);
  const builtIn = loadBuiltInModel();
  const readBuiltIn = createReader({
    judge: createJudge(builtIn),
    detectLanguage,
    flags: BUILT_IN_FLAGS,
    themes: policy.reading?.themes ?? [],
  });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  await tryPorts([settings, { host: DESK_HOST, port: settings.deskPort }]);
  const database = await openDatabase({
    url: settings.databaseUrl,
    directory: settings.dataDirectory,
    fresh: fresh ?? false,
    clock,
    log,
  });
  const { transaction } = database;
  const themes = createThemeKeeper({ transaction, configured: configuredThemes(policy) });
  const read = withFoundThemes(readBuiltIn, themes.book, themes.configured);
  const people = { transaction, clock, newId, oneAddress: oneAddressOf(settings.people) };
  const notices = {
    set: (key: string, text: string) => giveNotice({ transaction, clock }, key, text),
    clear: (key: string) => clearNotice({ transaction, clock }, key),
  };
  const metrics = createMetrics(() => transaction((store) => store.waitingMessages()));
  const model = wireModel({ settings, transaction, notices, metrics, clock, log });
  const changes = createChanges({ url: settings.databaseUrl, log });
  const working: { work?: Work } = {};
  let publicAddress = '';
  const wakePosting = (): void => working.work?.wanted();

  await rememberUsers(
    people,
    actors ?? [{ platform: 'desk', userId: 'operator', standing: 'member', ...settings.operator }],
  );
  const operator = await findUser(people, 'desk', 'operator');

  const { accept, storming } = createAcceptDeliveries({
    store: database.accept,
    newId,
    clock,
    digest: (text) => createHash('sha256').update(text).digest(),
    log,
    heard: () => working.work?.heard(),
  });

  const peopleChanged = (): void => {
    wakePosting();
    changes.publish();
  };
  const narrator =
    model &&
    createNarrator({ transaction, ask: model.ask, silence: policy, clock, log, wanted: peopleChanged });
  const conversation = createConversation({
    transaction,
    clock,
    newId,
    policy,
    timeZone,
    changed() {
      mark('after-claim');
      wakePosting();
      changes.publish();
    },
    wanted: peopleChanged,
    accept,
    ...(narrator && { narrator }),
    sources: settings.sources.map(({ name }) => name),
    channelsOf: (team) => chat.channelsOf(team),
  });

  const chat = await wireChat({
    settings,
    transaction,
    conversation,
    staff: people,
    notices,
    subscribe: (listener) => changes.subscribe(listener),
    wake: wakePosting,
    clock,
    log,
  });

  const desk = createDesk({
    teams: policy.teams.map(({ name }) => name),
    sources: settings.sources.map(({ name }) => name),
    read: transaction,
    conversation,
    people: actors || !operator ? { kind: 'anybody' } : { kind: 'operator', staffId: operator.staff.id },
    changes,
    themes: {
      rename: (given) => renameTheme({ transaction, clock, keeper: themes, changed: peopleChanged }, given),
      configured: themes.configured,
    },
    retryMessage: (id) => retryMessage({ transaction, clock, wake: wakePosting }, id),
    metrics: metrics.text,
    platforms: chat.status,
    channelName: chat.channelName,
    channels: deskChannels(settings),
    teamOf: (channel) => policy.teams.find(({ channels }) => channels.desk === channel)?.name,
    ...(howToSend && { howToSend: () => howToSend(publicAddress) }),
    ...(sendSample && { sendSample: () => sendSample(publicAddress) }),
    announce,
    sessionKey: keepSessionKey({ dataDirectory: settings.dataDirectory, randomBytes }),
    randomToken: () => randomBytes(32).toString('base64url'),
    silence: policy,
    clock,
    timeZone,
    log,
  });

  const platforms = [desk.platform, ...chat.platforms];
  const posting = createPosting({
    transaction,
    redoable: database.redoable,
    platforms,
    fallback: (platform) => chat.channelsOf(policy.fallbackTeam)[platform],
    channelName: chat.channelName,
    ...(settings.rollUpOver !== undefined && { rollUpOver: settings.rollUpOver }),
    report: createReportReader({ transaction, clock, silence: policy }),
    clock,
    newId,
    log,
    timing: { ...POSTING_TIMES, ...givenTimes(test), unlimited: test?.unlimited ?? false },
    notice: notices.set,
    count: (outcome, platform) => metrics.posting(outcome, platform),
    wake: wakePosting,
    changed: () => changes.publish(),
    mark,
  });

  const sources = configuredSources(settings);
  const door = createPublicListener({
    sources,
    accept,
    platforms: chat.doors,
    health: { database: () => database.answers(), platforms: chat.status },
    metrics,
    clock,
    log,
  });

  const work = wireWork({
    database,
    settings,
    timeZone,
    notices,
    channelsOf: chat.channelsOf,
    platforms: platforms.map(({ name }) => name),
    posting,
    read,
    themes: { keeper: themes, find: createFindThemes(builtIn.ratings), saysTheme: createSaysTheme },
    ...(model && { model }),
    ...(narrator && { narrator }),
    storming,
    metrics,
    changed: () => changes.publish(),
    clock,
    newId,
    log,
    mark,
  });
  working.work = work;
  await themes.reload();
  await chat.prepare();
  if (past) {
    const [now, { channelsOf }] = [clock(), chat];
    const deps = {
      database,
      sources,
      policy,
      channelsOf,
      read,
      people,
      desk: desk.platform,
      audiences: zonedAudiences(settings.digests, timeZone),
      now,
      timeZone,
      log,
    };
    await liveThrough(deps, past(now, timeZone));
  }
  const { port } = await door.listen(settings);
  publicAddress = new URL(
    `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
  ).origin;
  const deskListening = await desk.listen({ host: DESK_HOST, port: settings.deskPort });
  work.start();
  chat.start();

  return {
    publicAddress,
    openingAddress: () => desk.openingAddress(deskListening.address),
    async stop() {
      const inOrder = async (): Promise<void> => {
        await door.close(DRAIN_MS);
        // Calls under way get their answers while there is still a connection: of one that is cut off nobody knows whether it stands.
        model?.stop();
        const finished = work.stop().then(() => posting.drain());
        await Promise.race([finished, sleep(DRAIN_MS, undefined, { ref: false })]);
        await chat.stop();
        await finished;
        await deskListening.close();
        await changes.close();
        await database.close();
      };
      await Promise.race([inOrder(), sleep(STOP_MS, undefined, { ref: false })]);
    },
  };
}

function givenTimes(test: Settings['test']): { readonly leaseMs?: number; readonly settleMs?: number } {
  return {
    ...(test?.leaseMs !== undefined && { leaseMs: test.leaseMs }),
    ...(test?.settleMs !== undefined && { settleMs: test.settleMs }),
  };
}
