const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export interface Ids {
  /** `prefix` and as many random letters and digits as `length` says. */
  readonly next: (prefix: string, length?: number) => string;
  /** A number from 0 up to, and without, 1. */
  readonly fraction: () => number;
}

/** Ids that look like Slack's; the same seed gives the same ids in the same order. */
export function createIds(seed: number): Ids {
  let state = seed >>> 0;
  // Mulberry32: small, quick and good enough for ids that nobody has to guess.
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const next = (prefix: string, length = 10): string => {
    let id = prefix;
    for (let index = 0; index < length; index += 1) id += LETTERS.charAt(Math.floor(fraction() * 36));
    return id;
  };
  return { next, fraction };
}
