/** What is done by the clock; node-cron only ticks, in UTC, and each line calls one thing. */
import cron from 'node-cron';
import type { Log } from '../use-cases/log.js';

export interface TimetableLine {
  readonly name: string;
  /** Five fields, UTC. */
  readonly at: string;
  readonly run: () => Promise<void>;
  /** Also when the process starts: what fell due while nothing ran is late enough. */
  readonly atStart?: boolean;
}

/** How often the clock is looked at, and how far set back it makes a tick late that is waited for. */
const LOOK_MS = 30_000;
const SET_BACK_MS = 60_000;

/** Starts the lines; a line that still runs when its time comes again is left to finish. Answers how to stop, which waits for those. */
export function startTimetable(lines: readonly TimetableLine[], log: Log): () => Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  const attempt = async ({ name, run }: TimetableLine): Promise<void> => {
    try {
      await run();
    } catch (error) {
      log.error(
        { line: name, why: error instanceof Error ? error.message : String(error) },
        'a line of the timetable failed',
      );
    }
    underWay.delete(name);
  };
  const begin = (line: TimetableLine): void => {
    if (!underWay.has(line.name)) underWay.set(line.name, attempt(line));
  };
  // What is missed while the machine sleeps or is busy is found in the database by the next tick.
  const scheduled = () =>
    lines.map((line) =>
      cron.schedule(line.at, () => begin(line), {
        name: line.name,
        timezone: 'UTC',
        suppressMissedWarning: true,
      }),
    );
  lines.filter(({ atStart }) => atStart).forEach(begin);
  let tasks = scheduled();
  const end = async (): Promise<void> => {
    for (const task of tasks) await task.destroy();
  };

  // node-cron waits for the moment that it has computed, which is hours away again where the clock is set back by hours.
  let ahead = aheadOfTimers();
  const watch = setInterval(() => {
    const before = ahead;
    ahead = aheadOfTimers();
    if (before - ahead < SET_BACK_MS) return;
    void end();
    tasks = scheduled();
  }, LOOK_MS);

  return async () => {
    clearInterval(watch);
    await end();
    await Promise.all(underWay.values());
  };
}

/** The clock as told against the time that has passed, which nobody sets. */
function aheadOfTimers(): number {
  return Date.now() - performance.now();
}
