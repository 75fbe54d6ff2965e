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

/** Starts the lines; a line that still runs when its time comes again is left to finish. Answers how to stop. */
export function startTimetable(lines: readonly TimetableLine[], log: Log): () => Promise<void> {
  const attempt = async ({ name, run }: TimetableLine): Promise<void> => {
    try {
      await run();
    } catch (error) {
      log.error(
        { line: name, why: error instanceof Error ? error.message : String(error) },
        'a line of the timetable failed',
      );
    }
  };
  const tasks = lines.map((line) =>
    cron.schedule(line.at, () => attempt(line), { name: line.name, timezone: 'UTC', noOverlap: true }),
  );
  const first = Promise.all(lines.filter(({ atStart }) => atStart).map(attempt));
  return async () => {
    for (const task of tasks) await task.destroy();
    await first;
  };
}
