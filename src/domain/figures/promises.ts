/**
 * Promises kept: of the call-backs that were promised to customers, the share in which the customer was called, and answered, by the time agreed.
 * Counted over commitments made, as the Institute of Customer Service counts broken ones:
 * https://www.instituteofcustomerservice.com/metric/increase-revenue/broken-promises-v-lifetime-value
 * A promise counts when it is settled, once; one that was moved before its time is the same promise. See follow-up/promise.ts.
 */
import { PROMISE_OUTCOMES, type PromiseOutcome } from '../follow-up/promise.js';
import { type Share, shareOf } from './share.js';

export type PromiseCount = Readonly<Record<PromiseOutcome, number>>;

export interface PromisesKept extends Share {
  readonly kept: number;
  readonly late: number;
  readonly broken: number;
}

/** Undefined where there are too few to say. */
export function promisesKept(count: PromiseCount): PromisesKept | undefined {
  const of = PROMISE_OUTCOMES.reduce((sum, outcome) => sum + count[outcome], 0);
  const share = shareOf({ n: count.kept, of });
  return share && { ...count, ...share };
}
