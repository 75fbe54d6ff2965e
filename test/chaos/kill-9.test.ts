/** kill -9 at every point where a voice or a message could be lost or doubled. EARSHOT_CHAOS_RUNS says how often in all, EARSHOT_SEED which. */
import { expect, inject, it } from 'vitest';
import { KILL_POINTS, type KillPoint } from '../../src/config/test-marks.js';
import type { FaultOptions } from '../counterparts/slack/faults.js';
import { type Aftermath, killAndLook, LANDS_LATE_MS } from './kill-run.js';
import { createChance, readSeed } from './seeded.js';

const RUNS = Number(process.env['EARSHOT_CHAOS_RUNS'] ?? 100);
const LANES = 2;
const LIMIT_MS = 60 * 60_000;
/** In every so manieth run Slack is in trouble as well. */
const FAULTS_EVERY = 3;

/** How late it may die and still does so while voices come in. */
const MOST_PASSES: Readonly<Record<KillPoint, number>> = {
  accepted: 4,
  'mid-triage': 4,
  'before-call': 6,
  'after-call': 8,
  'before-result-commit': 6,
  'after-claim': 2,
};

const post = { method: 'chat.postMessage', share: 0.4, times: 3 } as const;
const LATE: FaultOptions = { ...post, kind: 'late', client: 'reset', ms: LANDS_LATE_MS };
const TROUBLES: readonly FaultOptions[] = [
  { ...post, kind: 'reset', stored: true },
  { ...post, kind: 'reset', stored: false },
  { ...post, kind: 'http_status', status: 500, stored: true },
  { ...post, kind: 'http_status', status: 503 },
  { ...post, kind: 'rate_limited', retryAfterSec: 1 },
  { method: 'chat.update', share: 0.4, times: 3, kind: 'reset', stored: true },
  { method: 'conversations.history', share: 0.5, times: 2, kind: 'http_status', status: 500 },
];

interface Row {
  readonly point: KillPoint;
  readonly runs: number;
  /** Calls to Slack that went wrong besides. */
  readonly faults: number;
  readonly accepted: number;
  /** Messages whose outcome nobody knew: found on Slack, or found nowhere and sent again. */
  readonly adopted: number;
  readonly resent: number;
  readonly lost: number;
  readonly doubled: number;
  readonly untrue: number;
}

it.skipIf(inject('serverUrl') === null)(
  `${RUNS} times killed at named points: nothing lost, nothing doubled, every card true`,
  async () => {
    const seed = readSeed();
    console.info(
      `seed ${seed}: EARSHOT_SEED=${seed} EARSHOT_CHAOS_RUNS=${RUNS} npm run test:chaos -- kill-9`,
    );
    const plan = Array.from({ length: RUNS }, (_, number) => {
      const chance = createChance(seed + number);
      const point = KILL_POINTS[number % KILL_POINTS.length]!;
      const inTrouble = Math.floor(number / KILL_POINTS.length) % FAULTS_EVERY === FAULTS_EVERY - 1;
      const faults = inTrouble ? [LATE, chance.pick(TROUBLES)] : [];
      return { number, chance, run: { point, pass: chance.between(1, MOST_PASSES[point]), faults } };
    });
    const aftermaths = new Map<number, Aftermath>();
    const next = plan[Symbol.iterator]();
    const lane = async (): Promise<void> => {
      for (const { number, chance, run } of next) {
        const aftermath = await killAndLook(run, chance);
        aftermaths.set(number, aftermath);
        const wrong = [...aftermath.lost, ...aftermath.doubled, ...aftermath.untrue];
        if (wrong.length > 0) console.info(`run ${number}`, run, aftermath);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    const rows = KILL_POINTS.map((point): Row => {
      const here = plan.filter(({ run }) => run.point === point);
      const sum = (count: (aftermath: Aftermath) => number): number =>
        here.reduce((all, { number }) => all + count(aftermaths.get(number)!), 0);
      return {
        point,
        runs: here.length,
        faults: sum(({ befell }) => befell),
        accepted: sum(({ accepted }) => accepted),
        adopted: sum(({ adopted }) => adopted),
        resent: sum(({ resent }) => resent),
        lost: sum(({ lost }) => lost.length),
        doubled: sum(({ doubled }) => doubled.length),
        untrue: sum(({ untrue }) => untrue.length),
      };
    });
    console.table(rows);
    expect(rows.reduce((all, { runs }) => all + runs, 0)).toBe(RUNS);
    for (const { point, lost, doubled, untrue } of rows) {
      expect({ point, lost, doubled, untrue }).toEqual({ point, lost: 0, doubled: 0, untrue: 0 });
    }
  },
  LIMIT_MS,
);
