/**
 * Holds new posts back while nobody knows whether Teams takes any: after one that may or may not be there, and while none is answered.
 * What is sent then could not be found again, so that each would be shown to people as unconfirmed.
 */

export interface Gate {
  /** Undefined: not now. Else to be called when the post is over, whatever came of it. */
  readonly enter: () => (() => void) | undefined;
  /** A post was answered clearly: taken, or refused. */
  readonly clear: () => void;
  /** A post may or may not be there. */
  readonly doubt: () => void;
}

/** Posts take some 300 ms; where none comes back for so long, the next goes alone. */
const STALLED_MS = 3_000;

export function createGate(clock: () => Date): Gate {
  const under = new Map<symbol, number>();
  let clearAtMs = 0;
  let doubtful = false;

  const stalled = (nowMs: number): boolean => {
    const [oldest] = under.values();
    return oldest !== undefined && nowMs - Math.max(oldest, clearAtMs) > STALLED_MS;
  };
  let alone: symbol | undefined;

  return {
    enter: () => {
      const nowMs = clock().getTime();
      const one = doubtful || stalled(nowMs);
      if (one && alone !== undefined) return undefined;
      const pass = Symbol('post');
      under.set(pass, nowMs);
      if (one) alone = pass;
      return () => {
        under.delete(pass);
        if (alone === pass) alone = undefined;
      };
    },
    clear: () => {
      clearAtMs = clock().getTime();
      doubtful = false;
    },
    doubt: () => {
      doubtful = true;
    },
  };
}
