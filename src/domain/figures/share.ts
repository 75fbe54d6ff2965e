/** So many of so many: a share, how sure it is, and whether it differs from another by more than chance. */
import { isEnough } from './least-answers.js';

export interface Count {
  readonly n: number;
  readonly of: number;
}

export interface Share {
  /** 0 to 1. */
  readonly value: number;
  readonly n: number;
}

/** Two-sided, 95 %. */
export const SURE_Z = 1.96;

/** Undefined where there are too few to say. */
export function shareOf({ n, of }: Count): Share | undefined {
  return isEnough(of) ? { value: n / of, n: of } : undefined;
}

/**
 * Whether two shares differ by more than chance would make them in 19 of 20 cases: the two-proportion z-test with pooled variance,
 * https://www.itl.nist.gov/div898/handbook/prc/section3/prc33.htm. Of shares that are not known, nothing differs.
 */
export function differs(a: Share | undefined, b: Share | undefined): boolean {
  if (!a || !b) return false;
  const pooled = (a.value * a.n + b.value * b.n) / (a.n + b.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  return error > 0 && Math.abs(a.value - b.value) / error > SURE_Z;
}
