import { promiseReached, type SettledPromise } from '../follow-up/promise.js';
import { ownedBy } from './owned-by.js';
import type { Change, Situation, Verdict } from './change.js';

/** The owner has promised the customer to call back; a new promise takes the place of one that is not settled yet. */
export function promise(situation: Situation, { due, timeZone }: Change & { verb: 'promise' }): Verdict {
  return (
    ownedBy(situation) ?? {
      fields: { promisedAt: due, promiseZone: timeZone },
      event: { kind: 'promised', due: due.toISOString(), timeZone, ...before(situation) },
    }
  );
}

/** While it could be kept a promise may be moved; whoever agrees on another time later has spoken with the customer late. */
function before({ alert: { promisedAt }, at }: Situation): {
  readonly movedFrom?: string;
  readonly promise?: SettledPromise<'late'>;
} {
  if (promisedAt === undefined) return {};
  const was = promisedAt.toISOString();
  return promiseReached(promisedAt, at) === 'kept'
    ? { movedFrom: was }
    : { promise: { due: was, outcome: 'late' } };
}
