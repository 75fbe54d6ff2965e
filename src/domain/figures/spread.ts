/**
 * How long things took: the median, which half of them did not exceed, and the ninth decile, which nine of ten did not. Between two
 * observations the value is interpolated: percentile_cont, https://www.postgresql.org/docs/15/functions-aggregate.html.
 * Never a mean: one forgotten alert would be all of it.
 */
import { isEnough } from './least-answers.js';

export interface Spread {
  readonly medianMs: number;
  readonly ninthDecileMs: number;
  readonly n: number;
}

/** Undefined where there are too few to say. */
export function spread(measured: {
  readonly n: number;
  readonly medianMs: number | undefined;
  readonly ninthDecileMs: number | undefined;
}): Spread | undefined {
  const { n, medianMs, ninthDecileMs } = measured;
  if (!isEnough(n) || medianMs === undefined || ninthDecileMs === undefined) return undefined;
  return { n, medianMs, ninthDecileMs };
}
