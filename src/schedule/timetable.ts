/** What is done by the clock; node-cron only ticks, in UTC, and each line calls one thing. */
import cron from 'node-cron';
import type { Log } from '../use-cases/log.js';

export interface TimetableLine {
  readonly name: string;
  /** Five fields, UTC. */
  readonly at: string;
  readonly run: () => Promise<void>;
}

/** Starts the lines; a line that still runs when its time comes again is left to finish. Answers how to stop. */
export function startTimetable(lines: readonly TimetableLine[], log: Log): () => Promise<void> {
  const tasks = lines.map(({ name, at, run }) =>
    cron.schedule(
      at,
      async () => {
        try {
          await run();
        } catch (error) {
          log.error(
            { line: name, why: error instanceof Error ? error.message : String(error) },
            'a line of the timetable failed',
          );
        }
      },
      { name, timezone: 'UTC', noOverlap: true },
    ),
  );
  return async () => {
    for (const task of tasks) await task.destroy();
  };
}
