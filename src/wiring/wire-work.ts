/** What is done without anybody asking: voices decided on, messages brought to where they are wanted, the minute's due work. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '../config/settings.js';
import type { KillPoint } from '../config/test-marks.js';
import type { Posting } from '../posting/create-posting.js';
import { startLoop, type WokenLoop } from '../schedule/woken-loop.js';
import { startTimetable } from '../schedule/timetable.js';
import type { createMetrics } from '../telemetry/metrics.js';
import type { Log } from '../use-cases/log.js';
import { type ReadByModel, readTexts } from '../use-cases/read-by-model.js';
import { triageSignals, type ReadText } from '../use-cases/triage-signals.js';
import { type TimetableDeps, timetableLines } from './timetable-lines.js';
import { asNamed } from './wire-themes.js';

interface WorkDeps extends Omit<TimetableDeps, 'changed'> {
  readonly settings: Pick<Settings, 'policy' | 'digests' | 'test'>;
  readonly posting: Posting;
  readonly read: ReadText;
  /** Whether more come to the door than are answered at once. */
  readonly storming: () => boolean;
  readonly metrics: ReturnType<typeof createMetrics>;
  /** Somebody looks at what is changed. */
  readonly changed: () => void;
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

export function wireWork(deps: WorkDeps): Work {
  const { database, settings, posting, metrics, changed, clock, newId, log, mark } = deps;
  const { policy, test } = settings;
  const { transaction } = database;
  const loops: WokenLoop[] = [];
  let heardSinceTriage = false;
  let triage: WokenLoop | undefined;
  let post: WokenLoop | undefined;
  const wanted = (): void => post?.wake();
  /** Messages are to be posted or changed, and somebody may look at what they tell. */
  const changedAndWanted = (): void => {
    wanted();
    changed();
  };

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
      changed: changedAndWanted,
      count: (outcome) => metrics.modelText(outcome),
    });
    return taken > 0 ? 0 : IDLE_MS;
  };
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
      stopTimetable = startTimetable(timetableLines({ ...deps, changed: changedAndWanted }), log);
    },
    async stop() {
      await Promise.all([stopTimetable?.(), ...loops.map((loop) => loop.stop())]);
    },
  };
}
