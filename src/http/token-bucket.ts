export interface RateLimit {
  readonly perSecond: number;
  readonly burst: number;
}

/** Takes one token at `nowMs`: 0 where there was one, else the seconds until there is. */
export type TakeToken = (nowMs: number) => number;

export function createTokenBucket({ perSecond, burst }: RateLimit): TakeToken {
  let tokens = burst;
  let filledAtMs = 0;
  return (nowMs) => {
    // A clock set back fills nothing and takes nothing away.
    const passedMs = Math.max(0, nowMs - filledAtMs);
    tokens = Math.min(burst, tokens + (passedMs / 1000) * perSecond);
    filledAtMs = nowMs;
    if (tokens >= 1) {
      tokens -= 1;
      return 0;
    }
    return Math.ceil((1 - tokens) / perSecond);
  };
}
