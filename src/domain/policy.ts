/** What was configured about who hears what, why, and by when. Read once at the start; plain data. */
import type { ReadingPolicy } from './reading.js';
import type { Metric } from './score.js';
import type { Severity } from './severity.js';
import type { SignalKind } from './signal.js';
import type { WorkingHours } from './working-hours.js';

export interface Policy {
  readonly rules: readonly Rule[];
  /** A score at or below this, on the metric's usual scale, needs a person even when no rule says so. */
  readonly thresholds: Readonly<Record<Metric, number>>;
  readonly routes: readonly Route[];
  readonly teams: readonly Team[];
  /** Where an alert goes that no route takes. */
  readonly defaultTeam: string;
  /** Where a card goes whose channel is gone. */
  readonly fallbackTeam: string;
  readonly deadlines: Readonly<Record<Severity, Deadline>>;
  /** By tier, then severity: overrides `deadlines`. */
  readonly tierDeadlines: Readonly<Record<string, Partial<Record<Severity, Deadline>>>>;
  /** How long an owner may do nothing before they are asked; a severity that is left out is never asked. Absent: as usual. */
  readonly silentAfterMinutes?: Partial<Readonly<Record<Severity, number>>>;
  /** Absent: as usual, with no themes but those of the rules. */
  readonly reading?: ReadingPolicy;
  readonly postMortems?: PostMortemPolicy;
}

export interface PostMortemPolicy {
  /** The teams that an action item may need besides its owner. */
  readonly partners: readonly string[];
  /** A post-mortem is suggested from so many alerts of one theme and team in a week on; undefined: never. */
  readonly offerAfter?: number;
}

/** All that is given must hold. A list holds when one of its members does. */
export interface Condition {
  readonly source?: readonly string[];
  readonly kind?: readonly SignalKind[];
  readonly tier?: readonly string[];
  readonly stage?: readonly string[];
  readonly region?: readonly string[];
  readonly businessUnit?: readonly string[];
  readonly tags?: readonly string[];
  readonly language?: readonly string[];
  readonly metric?: Metric;
  /** On the metric's usual scale. */
  readonly scoreAtMost?: number;
  /** Words or phrases in the customer's text; a trailing * matches any ending. */
  readonly says?: readonly string[];
  /** Phrases inside which a word of `says` does not count: "no need to cancel". */
  readonly saysExcept?: readonly string[];
  /** `says` is not looked for in praise and beside a good score, unless this is true. */
  readonly evenWhenHappy?: boolean;
  readonly reachAtLeast?: number;
  readonly annualValueAtLeast?: number;
}

export interface Rule {
  readonly name: string;
  readonly when: Condition;
  /** Absent: the rule only names the theme. `ignore`: the signal stays on the timeline whatever other rules say. */
  readonly severity?: Severity | 'ignore';
  readonly theme?: string;
  /** Why, in words a person could argue with. `{said}`, `{score}`, `{tier}`, `{reach}` and `{happening}` are filled in. */
  readonly reason: string;
}

export interface Route {
  readonly when: Condition & { readonly theme?: readonly string[]; readonly severity?: readonly Severity[] };
  readonly team: string;
}

export interface Team {
  readonly name: string;
  /** By platform: Slack channel id or #name, desk channel name. */
  readonly channels: Readonly<Partial<Record<PlatformName, string>>>;
  /** E-mail addresses. */
  readonly members: readonly string[];
  readonly lead?: string;
  /** Absent: as usual. */
  readonly workingHours?: WorkingHours;
}

export const PLATFORM_NAMES = ['slack', 'desk', 'teams'] as const;
export type PlatformName = (typeof PLATFORM_NAMES)[number];

export interface Deadline {
  readonly respondMinutes: number;
  readonly resolveMinutes: number;
}
