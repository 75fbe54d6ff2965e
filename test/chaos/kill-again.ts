/** Kills the product again and again at its named points, two lives at a time, and tells in a table what came of it. */
import { expect } from 'vitest';
import { KILL_POINTS } from '../../src/config/test-marks.js';
import { type Aftermath, type Death, killAndLook } from './kill-run.js';
import type { Stage } from './kill-stage.js';
import { createChance, readSeed } from './seeded.js';

export const RUNS = Number(process.env['EARSHOT_CHAOS_RUNS'] ?? 100);
export const KILL_LIMIT_MS = 60 * 60_000;
const LANES = 2;

/** How late it may die and still does so while voices come in. */
export const MOST_PASSES: Readonly<Record<Death, number>> = {
  accepted: 4,
  'mid-triage': 4,
  'before-call': 6,
  'after-call': 8,
  'before-result-commit': 6,
  'after-claim': 2,
  'at random': 10,
};

interface KillPlan {
  readonly deaths: readonly Death[];
  readonly mostPasses: Readonly<Record<Death, number>>;
  /** In every so manieth run the platform is in trouble as well. */
  readonly faultsEvery: number;
}

const USUAL: KillPlan = { deaths: KILL_POINTS, mostPasses: MOST_PASSES, faultsEvery: 3 };

/** Fails where anything was lost, doubled or shown as it is not. Gives the sums of what was settled. */
export async function killAgain(
  test: string,
  begin: () => Promise<Stage>,
  { deaths, mostPasses, faultsEvery }: KillPlan = USUAL,
): Promise<Readonly<Record<string, number>>> {
  const seed = readSeed();
  console.info(`seed ${seed}: EARSHOT_SEED=${seed} EARSHOT_CHAOS_RUNS=${RUNS} npm run test:chaos -- ${test}`);
  const plan = Array.from({ length: RUNS }, (_, number) => {
    const chance = createChance(seed + number);
    const death = deaths[number % deaths.length]!;
    const inTrouble = Math.floor(number / deaths.length) % faultsEvery === faultsEvery - 1;
    return { number, chance, run: { death, pass: chance.between(1, mostPasses[death]), inTrouble } };
  });
  const aftermaths = new Map<number, Aftermath>();
  const next = plan[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const { number, chance, run } of next) {
      const aftermath = await killAndLook(await begin(), run, chance);
      aftermaths.set(number, aftermath);
      const wrong = [...aftermath.lost, ...aftermath.doubled, ...aftermath.untrue];
      if (wrong.length > 0) console.info(`run ${number}`, run, aftermath);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const rows = deaths.map((point) => {
    const here = plan.filter(({ run }) => run.death === point).map(({ number }) => aftermaths.get(number)!);
    const sum = (count: (aftermath: Aftermath) => number): number =>
      here.reduce((all, aftermath) => all + count(aftermath), 0);
    return {
      point,
      runs: here.length,
      faults: sum(({ befell }) => befell),
      accepted: sum(({ accepted }) => accepted),
      settled: sumOf(here),
      lost: sum(({ lost }) => lost.length),
      doubled: sum(({ doubled }) => doubled.length),
      untrue: sum(({ untrue }) => untrue.length),
    };
  });
  console.table(rows.map(({ settled, ...row }) => ({ ...row, ...settled })));
  expect(rows.reduce((all, { runs }) => all + runs, 0)).toBe(RUNS);
  for (const { point, lost, doubled, untrue } of rows) {
    expect({ point, lost, doubled, untrue }).toEqual({ point, lost: 0, doubled: 0, untrue: 0 });
  }
  return sumOf([...aftermaths.values()]);
}

function sumOf(aftermaths: readonly Pick<Aftermath, 'settled'>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { settled } of aftermaths)
    for (const [what, count] of Object.entries(settled)) sums[what] = (sums[what] ?? 0) + count;
  return sums;
}
