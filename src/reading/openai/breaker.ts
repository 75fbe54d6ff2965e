/** Whether it is worth calling: after several failures in a row nobody waits for a service that is away. Of one process. */
export interface Breaker {
  /** Undefined: call. Otherwise when a call is worth a try again. */
  restsUntil(now: Date): Date | undefined;
  /** Answers whether it had been resting. */
  succeeded(): boolean;
  /** Answers until when it rests from now on; undefined where it does not. `atOnce`: what only a person can mend. */
  failed(now: Date, options?: { readonly atOnce: boolean }): Date | undefined;
}

const FAILURES_IN_A_ROW = 5;
const FIRST_REST_MS = 60_000;
const LONGEST_REST_MS = 15 * 60_000;

/** After a rest a single call is tried: where it fails, the next rest is twice as long. */
export function createBreaker(): Breaker {
  let failures = 0;
  let rests = 0;
  let until: Date | undefined;
  return {
    restsUntil(now) {
      if (until === undefined || until <= now) return undefined;
      return until;
    },
    succeeded() {
      const rested = rests > 0;
      failures = 0;
      rests = 0;
      until = undefined;
      return rested;
    },
    failed(now, options) {
      failures += 1;
      if (until !== undefined && until > now) return undefined;
      if (!options?.atOnce && failures < FAILURES_IN_A_ROW && rests === 0) return undefined;
      const restMs = options?.atOnce
        ? LONGEST_REST_MS
        : Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** rests);
      rests += 1;
      until = new Date(now.getTime() + restMs);
      return until;
    },
  };
}
