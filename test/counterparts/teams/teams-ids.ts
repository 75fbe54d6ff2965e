import { createFraction } from '../frame/seeded-fraction.js';

/** Ids in the shapes that Teams gives them; the same seed gives the same ones in the same order. */
export interface TeamsIds {
  /** An id of a message: milliseconds since 1970, never twice in the whole tenant. */
  readonly message: () => string;
  /** An id of an activity that is no message. */
  readonly event: () => string;
  readonly guid: () => string;
  readonly hex: (length: number) => string;
  /** A number from 0 up to, and without, 1. */
  readonly fraction: () => number;
}

export function createTeamsIds(options: { readonly seed: number; readonly now: () => number }): TeamsIds {
  const fraction = createFraction(options.seed);
  let last = 0;
  const hex = (length: number): string => {
    let text = '';
    for (let index = 0; index < length; index += 1) text += Math.floor(fraction() * 16).toString(16);
    return text;
  };
  return {
    fraction,
    hex,
    message: () => {
      last = Math.max(last + 1, Math.floor(options.now()));
      return String(last);
    },
    event: () => `f:${[8, 4, 4, 4, 12].map(hex).join('-')}`,
    guid: () => [8, 4, 4, 4, 12].map(hex).join('-'),
  };
}
