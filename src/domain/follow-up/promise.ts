/** A call-back that was promised to the customer: when it counts as kept, late or broken. */
import { minutesFrom } from '../minutes-from.js';

export type PromiseOutcome = 'kept' | 'late' | 'broken';

/** The owner is reminded this long before. */
export const PROMISE_REMINDERS_MINUTES = [15, 5] as const;
/** A call that began in time is written down some minutes later. */
const WRITING_MINUTES = 15;
/** Whoever has not been called an hour later has given up waiting. */
const BROKEN_AFTER_MINUTES = 60;

/** What it means that the customer was reached `at`. */
export function promiseReached(due: Date, at: Date): Exclude<PromiseOutcome, 'broken'> {
  return at <= minutesFrom(due, WRITING_MINUTES) ? 'kept' : 'late';
}

/** From when on it is broken, where nobody reached the customer. */
export function brokenFrom(due: Date): Date {
  return minutesFrom(due, BROKEN_AFTER_MINUTES);
}
