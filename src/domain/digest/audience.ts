/** Who is told every day how things stand, when, and where. */
import type { PlatformName } from '../policy.js';

/** A team reads of its alerts and their owners, managers of deadlines and promises, leadership of what it must know. */
export const AUDIENCE_KINDS = ['team', 'managers', 'leadership'] as const;
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];

/** In the order of weekdayOf: 0 is Monday. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export interface Audience {
  readonly name: string;
  readonly kind: AudienceKind;
  /** The local time, in minutes after midnight. */
  readonly minutes: number;
  /** IANA name; absent: that of the machine. */
  readonly timeZone?: string;
  /** 0 is Monday; at least one. */
  readonly weekdays: readonly number[];
  /** Whose voices and alerts it tells of; empty: all. */
  readonly teams: readonly string[];
  readonly to: Recipients;
  /** What is sent on a day with nothing to say. */
  readonly quiet: 'line' | 'nothing';
}

/** An audience whose zone is settled. */
export type ZonedAudience = Audience & { readonly timeZone: string };

/** Without any it goes to the channels of the fallback team. */
export interface Recipients {
  /** Teams in whose channels it is posted. */
  readonly channelsOf: readonly string[];
  readonly channels: Readonly<Partial<Record<PlatformName, string>>>;
  /** E-mail addresses, in lower case. */
  readonly people: readonly string[];
}
