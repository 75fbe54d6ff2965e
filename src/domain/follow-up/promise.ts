/** A call-back that was promised to the customer: when it counts as kept, late or broken. */
import { minutesFrom } from '../minutes-from.js';

export const PROMISE_OUTCOMES = ['kept', 'late', 'broken'] as const;
export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];

/** As it stands on record; `due` is ISO 8601. */
export interface SettledPromise<Outcome extends PromiseOutcome = PromiseOutcome> {
  readonly due: string;
  readonly outcome: Outcome;
}

/** The owner is reminded this long before. */
export const PROMISE_REMINDERS_MINUTES = [15, 5] as const;
/** A call that began in time is written down some minutes later. */
const WRITING_MINUTES = 15;
/** Whoever has not been called an hour later has given up waiting. */
const BROKEN_AFTER_MINUTES = 60;

/** What it means that the customer answered `at`, be it that they did not want to talk. */
export function promiseReached(due: Date, at: Date): Exclude<PromiseOutcome, 'broken'> {
  return at <= minutesFrom(due, WRITING_MINUTES) ? 'kept' : 'late';
}

/**
 * What becomes of a promise whose alert is closed before anybody wrote down that they reached the customer. Closed with an outcome that
 * was settled with the customer, they were reached then; closed without a word to them, what was promised did not happen.
 */
export function promiseAtClose(
  { promisedAt }: { readonly promisedAt?: Date },
  at: Date,
  spokenWith: boolean,
): { readonly promise?: SettledPromise } {
  if (promisedAt === undefined) return {};
  return {
    promise: {
      due: promisedAt.toISOString(),
      outcome: spokenWith ? promiseReached(promisedAt, at) : 'broken',
    },
  };
}

/** From when on it is broken, where nobody reached the customer. */
export function brokenFrom(due: Date): Date {
  return minutesFrom(due, BROKEN_AFTER_MINUTES);
}
