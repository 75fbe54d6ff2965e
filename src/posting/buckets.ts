/** Token buckets: how many calls a platform takes, and when it takes more. */
import type { BucketUse } from './platform.js';

export interface BucketState {
  readonly key: string;
  readonly tokens: number;
  readonly countedAt: Date;
  /** Closed by the platform until then. */
  readonly closedUntil?: Date;
}

export type Taken =
  | { readonly granted: true; readonly buckets: readonly BucketState[] }
  /** When to ask again, and the bucket that takes longest to let the call through. */
  | { readonly granted: false; readonly until: Date; readonly by: BucketUse };

/** A token from every bucket that a call uses, or none from any. An unknown bucket is full. */
export function takeTokens(
  uses: readonly BucketUse[],
  states: ReadonlyMap<string, BucketState>,
  now: Date,
): Taken {
  const waits: { readonly use: BucketUse; readonly untilMs: number }[] = [];
  const after: BucketState[] = [];
  for (const use of uses) {
    const state = refill(use, states.get(use.key), now);
    if (state.closedUntil && state.closedUntil > now)
      waits.push({ use, untilMs: state.closedUntil.getTime() });
    if (use.perSecond === 0) continue;
    if (state.tokens < 1)
      waits.push({ use, untilMs: now.getTime() + ((1 - state.tokens) / use.perSecond) * 1000 });
    after.push({ ...state, tokens: state.tokens - 1 });
  }
  const [first, ...others] = waits;
  if (!first) return { granted: true, buckets: after };
  const longest = others.reduce((long, each) => (each.untilMs > long.untilMs ? each : long), first);
  // A moment that is less than a clock's tick ahead would be asked for again at once, and again.
  const untilMs = Math.max(now.getTime() + 1, Math.ceil(longest.untilMs));
  return { granted: false, until: new Date(untilMs), by: longest.use };
}

/** The bucket after calls that were made without asking it: it gives no token before it has made up for them. */
export function oweTokens(
  use: BucketUse,
  state: BucketState | undefined,
  calls: number,
  now: Date,
): BucketState {
  const refilled = refill(use, state, now);
  return use.perSecond === 0 ? refilled : { ...refilled, tokens: refilled.tokens - calls };
}

/** The bucket closed until a moment, by the platform's own word. */
export function closeBucket(
  key: string,
  state: BucketState | undefined,
  until: Date,
  now: Date,
): BucketState {
  const known = stillHolds(state, now);
  const closedUntil = known?.closedUntil && known.closedUntil > until ? known.closedUntil : until;
  return { key, tokens: 0, countedAt: known?.countedAt ?? now, closedUntil };
}

function refill(use: BucketUse, before: BucketState | undefined, now: Date): BucketState {
  const state = stillHolds(before, now);
  if (!state) return { key: use.key, tokens: use.capacity, countedAt: now };
  const seconds = Math.max(0, (now.getTime() - state.countedAt.getTime()) / 1000);
  const tokens = Math.min(use.capacity, state.tokens + seconds * use.perSecond);
  return { ...state, tokens, countedAt: now };
}

/** Clocks of replicas differ by less. */
const CLOCK_SET_BACK_MS = 60_000;

/** What was counted so much later than now was counted before the clock was set back, and would keep the bucket empty until then. */
function stillHolds(state: BucketState | undefined, now: Date): BucketState | undefined {
  return state && state.countedAt.getTime() > now.getTime() + CLOCK_SET_BACK_MS ? undefined : state;
}
