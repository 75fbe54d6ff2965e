import { createFraction } from '../frame/seeded-fraction.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export interface Ids {
  /** `prefix` and as many random letters and digits as `length` says. */
  readonly next: (prefix: string, length?: number) => string;
  /** A number from 0 up to, and without, 1. */
  readonly fraction: () => number;
}

/** Ids that look like Slack's; the same seed gives the same ids in the same order. */
export function createIds(seed: number): Ids {
  const fraction = createFraction(seed);
  const next = (prefix: string, length = 10): string => {
    let id = prefix;
    for (let index = 0; index < length; index += 1) id += LETTERS.charAt(Math.floor(fraction() * 36));
    return id;
  };
  return { next, fraction };
}
