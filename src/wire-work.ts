/** What is done without anybody asking: voices decided on, messages brought to where they are wanted, the minute's due work. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from './config/settings.js';
import type { KillPoint } from './config/test-marks.js';
import { zonedAudiences } from './domain/digest/zoned-audiences.js';
import type { PlatformName } from './domain/policy.js';
import { USUAL_ALIKE } from './domain/post-mortem/worth-one.js';
import type { Posting } from './posting/create-posting.js';
import { startTimetable } from './schedule/timetable.js';
import { startLoop, type WokenLoop } from './schedule/woken-loop.js';
import type { Database } from './storage/database.js';
import type { createMetrics } from './telemetry/metrics.js';
import { attendAlerts } from './use-cases/attend-alerts.js';
import { offerPostMortems } from './use-cases/post-mortem/offer-post-mortems.js';
import { tellAlertsAlike } from './use-cases/post-mortem/tell-alerts-alike.js';
import { sendDigests, type SendDigestsDeps } from './use-cases/send-digests.js';
import { keepHouse } from './use-cases/keep-house.js';
import type { Log } from './use-cases/log.js';
import type { Clock, NewId } from './use-cases/transaction.js';
import { type ReadByModel, readTexts } from './use-cases/read-by-model.js';
import { triageSignals, type ReadText } from './use-cases/triage-signals.js';
import type { WiredModel } from './wire-model.js';
import { asNamed, themeLines, type WiredThemes } from './wire-themes.js';

interface WorkDeps {
  readonly database: Database;
  readonly settings: Pick<Settings, 'policy' | 'digests' | 'test'>;
  /** IANA name: of audiences, and of people who are reminded in their morning, that have no zone of their own. */
  readonly timeZone: string;
  readonly notices: SendDigestsDeps['notices'];
  readonly channelsOf: (team: string) => Readonly<Partial<Record<PlatformName, string>>>;
  /** Where people can be written to. */
  readonly platforms: readonly PlatformName[];
  readonly posting: Posting;
  readonly read: ReadText;
  readonly themes: WiredThemes;
  /** Reads too, after the cards are posted. */
  readonly model?: Pick<WiredModel, 'read' | 'ask'>;
  readonly narrator?: SendDigestsDeps['narrator'];
  /** Whether more come to the door than are answered at once. */
  readonly storming: () => boolean;
  readonly metrics: ReturnType<typeof createMetrics>;
  /** Somebody looks at what is changed. */
  readonly changed: () => void;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly mark: (point: KillPoint) => void;
}

export interface Work {
  /** Voices were heard: there is something to decide. */
  readonly heard: () => void;
  /** Something is to be posted. */
  readonly wanted: () => void;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

/** A batch of two costs hardly more than one. */
const GATHER_MS = 3;
const IDLE_MS = 500;
const RECOVER_EVERY_MS = 1_000;
/** How much is done at a time: signals decided on, messages sent. */
const BATCH = { triage: 200, posting: 100 };
/** A storm at the door is answered first: other work comes in small batches, and between two of them the door has the process to itself. */
const STORM_BATCH = { triage: 50, posting: 25 };
const DOOR_FIRST_MS = 50;
/** Long enough for the answer to reach its sender, so that a test can kill the process after it and before triage. */
const AFTER_ANSWER_MS = 50;
/** A thousand follow-ups; the embedded database has one connection, on which voices wait. */
const SLICES_AT_ONCE = 4;
/** Where what can be opened below a digest stands in its thread; elsewhere it opens in the message itself. */
const WITH_THREADS: readonly PlatformName[] = ['slack'];

export function wireWork(deps: WorkDeps): Work {
  const { database, settings, posting, metrics, changed, clock, newId, log, mark } = deps;
  const { policy, test } = settings;
  const { transaction, upkeep } = database;
  const loops: WokenLoop[] = [];
  let heardSinceTriage = false;
  let triage: WokenLoop | undefined;
  let post: WokenLoop | undefined;
  const wanted = (): void => post?.wake();

  const batchSizes = async (): Promise<typeof BATCH> => {
    if (!deps.storming()) return BATCH;
    await sleep(DOOR_FIRST_MS);
    return STORM_BATCH;
  };
  const triageRound = async (): Promise<number> => {
    if (test?.killAt === 'accepted' && heardSinceTriage) {
      await sleep(AFTER_ANSWER_MS);
      mark('accepted');
    }
    heardSinceTriage = false;
    const { triage: limit } = await batchSizes();
    const { channelsOf, read, model } = deps;
    const { signals, more, alerts, reported } = await triageSignals({
      transaction: database.redoable,
      clock,
      newId,
      policy,
      channelsOf,
      read,
      themes: deps.themes.keeper,
      modelReads: model !== undefined,
      limit,
      mark,
    });
    if (signals === 0) return IDLE_MS;
    metrics.triaged(signals, alerts);
    if (alerts + reported > 0) wanted();
    changed();
    return more ? 0 : IDLE_MS;
  };
  const modelRound = async (read: ReadByModel): Promise<number> => {
    const taken = await readTexts({
      transaction,
      clock,
      newId,
      policy,
      read,
      changed() {
        wanted();
        changed();
      },
      count: (outcome) => metrics.modelText(outcome),
    });
    return taken > 0 ? 0 : IDLE_MS;
  };
  const attend = (): Promise<void> =>
    attendAlerts({
      transaction,
      clock,
      newId,
      policy,
      platforms: deps.platforms,
      slicesAtOnce: upkeep ? 1 : SLICES_AT_ONCE,
      timeZone: deps.timeZone,
      changed() {
        wanted();
        changed();
      },
    });
  const audiences = zonedAudiences(settings.digests, deps.timeZone);
  const digests = (): Promise<void> =>
    sendDigests({
      audiences,
      fallbackTeam: policy.fallbackTeam,
      silence: policy,
      threaded: WITH_THREADS,
      notices: deps.notices,
      ...(deps.narrator && { narrator: deps.narrator }),
      transaction,
      clock,
      newId,
      channelsOf: deps.channelsOf,
      platforms: deps.platforms,
      changed() {
        wanted();
        changed();
      },
    });
  const offer = (): Promise<void> =>
    offerPostMortems({
      transaction,
      clock,
      offerAfter: policy.postMortems ? policy.postMortems.offerAfter : USUAL_ALIKE,
      wanted() {
        wanted();
        changed();
      },
    });
  const alike = (): Promise<void> =>
    tellAlertsAlike({
      transaction,
      clock,
      newId,
      wanted() {
        wanted();
        changed();
      },
    });
  let stopTimetable: (() => Promise<void>) | undefined;

  return {
    heard() {
      heardSinceTriage = true;
      triage?.wake();
    },
    wanted,
    start() {
      post = startLoop({
        name: 'posting',
        round: async () => posting.run((await batchSizes()).posting),
        gatherMs: GATHER_MS,
        log,
      });
      triage = startLoop({ name: 'triage', round: triageRound, gatherMs: GATHER_MS, log });
      const recovery = startLoop({
        name: 'recovery',
        round: () => posting.recover().then(() => RECOVER_EVERY_MS),
        log,
      });
      loops.push(post, triage, recovery);
      if (deps.model) {
        const read = asNamed(deps.model.read, deps.themes.keeper);
        loops.push(startLoop({ name: 'reading by the model', round: () => modelRound(read), log }));
      }
      stopTimetable = startTimetable(
        [
          { name: 'attend to follow-ups', at: '* * * * *', run: attend, atStart: true },
          { name: 'tell alerts alike', at: '* * * * *', run: alike, atStart: true },
          { name: 'offer post-mortems', at: '*/10 * * * *', run: offer, atStart: true },
          ...themeLines({
            transaction,
            clock,
            newId,
            themes: deps.themes,
            ...(deps.model && { ask: deps.model.ask }),
            changed() {
              wanted();
              changed();
            },
          }),
          { name: 'send digests', at: '* * * * *', run: digests, atStart: true },
          {
            name: 'forget what has had its time',
            at: '* * * * *',
            run: () => keepHouse({ transaction, clock }),
          },
          ...(upkeep
            ? [
                { name: 'checkpoint', at: '*/5 * * * *', run: () => upkeep.checkpoint() },
                { name: 'vacuum', at: '30 3 * * *', run: () => upkeep.vacuum() },
              ]
            : []),
        ],
        log,
      );
    },
    async stop() {
      await Promise.all([stopTimetable?.(), ...loops.map((loop) => loop.stop())]);
    },
  };
}
