/** How long a piece of work takes: on the clock, and of the processors, which does not depend on who else is busy. */
import { processorMs } from '../children.js';

export interface Timed {
  readonly name: string;
  readonly runs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Processor time a run, of this program and of the database. */
  readonly programMs: number;
  readonly databaseMs: number;
  /** The most that `p95Ms` may be at a million signals. */
  readonly aimMs?: number;
}

export interface Work {
  readonly name: string;
  readonly runs: number;
  readonly aimMs?: number;
  /** Before each run, and not counted. */
  readonly prepare?: (run: number) => Promise<void>;
  readonly run: (run: number) => Promise<unknown>;
}

/** Runs that are not counted: they make the plans and warm what caches there are. */
const WARM_UP = 2;

/** `database`: its name, which the command lines of its connections hold. */
export async function time({ name, runs, aimMs, prepare, run }: Work, database: string): Promise<Timed> {
  const databaseMs = (): number => processorMs({ words: ` ${database} ` });
  const times: number[] = [];
  const spent = { program: 0, database: 0 };
  const warmUp = runs > WARM_UP * 2 ? WARM_UP : 0;
  for (let at = -warmUp; at < runs; at += 1) {
    await prepare?.(at);
    const before = { program: process.cpuUsage(), database: databaseMs() };
    const startedAt = performance.now();
    await run(at);
    const tookMs = performance.now() - startedAt;
    if (at < 0) continue;
    times.push(tookMs);
    const { user, system } = process.cpuUsage(before.program);
    spent.program += (user + system) / 1000;
    spent.database += databaseMs() - before.database;
  }
  return {
    name,
    runs,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    programMs: spent.program / runs,
    databaseMs: spent.database / runs,
    ...(aimMs !== undefined && { aimMs }),
  };
}

/** The nearest rank: of few runs the 95th of a hundred is the slowest. */
function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
