/** A platform on which the product is killed: its counterpart in trouble, people who press, and what is looked for afterwards. */
import type { LogLine } from '../stories/product.js';
import type { Story } from '../stories/story.js';
import type { Chance } from './seeded.js';

export interface Stage {
  readonly story: Story;
  /** Besides, and instead of, what runs usually tell the product of times and limits. */
  readonly times?: Readonly<Record<string, unknown>>;
  /** The ids of signals that were answered 202 in an earlier life. */
  readonly accepted?: readonly string[];
  /** How long it takes from one voice to the next, at the most; 60 ms where absent. */
  readonly paceMs?: number;
  /** Whatever has to happen, in the life that will end, before the first voice. */
  readonly settleIn: () => Promise<void>;
  /** Some calls go wrong from now on. */
  readonly makeTrouble: (chance: Chance) => void;
  /** How many calls went wrong; from now on none does. */
  readonly endTrouble: () => number;
  /** Somebody presses something that they see. */
  readonly press: (chance: Chance) => Promise<void>;
  readonly isAtRest: (url: string) => Promise<true | undefined>;
  readonly lookAround: (after: After) => Promise<Findings>;
  readonly close: () => Promise<void>;
}

export interface After {
  /** The ids of signals that were answered 202. */
  readonly accepted: readonly string[];
  /** Of both lives. */
  readonly log: readonly LogLine[];
}

export interface Findings {
  /** What was accepted or wanted and is not on the platform, or to be seen on the desk. */
  readonly lost: readonly string[];
  /** What is there more than once, or without anybody's wish. */
  readonly doubled: readonly string[];
  /** Cards that show something else than what is true. */
  readonly untrue: readonly string[];
  /** How messages were settled whose outcome nobody knew, by what became of them. */
  readonly settled: Readonly<Record<string, number>>;
}

export interface AlertRow {
  readonly number: string;
  readonly state: string;
  readonly signal_count: number;
}

export const ALERTS = 'select number, state, signal_count from alerts';

/** Kim alone presses in these runs. */
export function isTrue(
  card: { readonly title: string; readonly all: string },
  { state, signal_count: count }: AlertRow,
): boolean {
  const counted = /×(\d+), last/u.exec(card.all)?.[1] ?? '1';
  return /Claimed by kim/iu.test(card.title) === (state === 'claimed') && Number(counted) === count;
}

export function inWords({ number, state, signal_count: count }: AlertRow): string {
  return `CX-${number} is ${state} ×${count}`;
}
