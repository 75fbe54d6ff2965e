/** One matter of one customer that needs a person. */
import type { Severity } from './severity.js';

export const ALERT_STATES = ['open', 'claimed', 'resolved', 'dismissed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export const OUTCOMES = [
  'recovered',
  'partly',
  'not_recoverable',
  'no_reply',
  'not_an_issue',
  'duplicate',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  recovered: 'Recovered',
  partly: 'Partly recovered',
  not_recoverable: 'Not recoverable',
  no_reply: 'No reply from the customer',
  not_an_issue: 'Not an issue after all',
  duplicate: 'Duplicate of another alert',
};

export const DISMISSALS = ['misread', 'handled', 'not_ours', 'test_or_spam', 'other'] as const;
/** Why it is not an issue; counted per rule, so that noisy rules show themselves. */
export type Dismissal = (typeof DISMISSALS)[number];

export const DISMISSAL_NAMES: Readonly<Record<Dismissal, string>> = {
  misread: 'The rule misread it',
  handled: 'Already handled',
  not_ours: 'Not about us',
  test_or_spam: 'A test or spam',
  other: 'Something else',
};

export interface Alert {
  /** Shown to people as CX-123. */
  readonly number: number;
  /** Grows by one with each change that its card shows. */
  readonly revision: number;
  readonly state: AlertState;
  readonly severity: Severity;
  readonly theme: string;
  readonly team: string;
  readonly reason: string;
  readonly rule: string;
  readonly groupKey?: string;
  readonly customerId?: string;
  readonly accountId?: string;
  readonly openedAt: Date;
  readonly respondBy: Date;
  readonly resolveBy: Date;
  readonly signalCount: number;
  readonly lastSignalAt: Date;
  readonly ownerId?: string;
  readonly claimedAt?: Date;
  readonly closedAt?: Date;
  readonly closedBy?: string;
  readonly outcome?: Outcome;
  readonly rootCause?: string;
  readonly closingNote?: string;
  readonly dismissal?: Dismissal;
  /** The deadline that passed before anybody claimed it, once the thread has heard of it. */
  readonly respondMissedAt?: Date;
  /** The same of being resolved. */
  readonly resolveMissedAt?: Date;
  readonly snoozedUntil?: Date;
  /** Who snoozed it last, be it awake by now or not. */
  readonly snoozedBy?: string;
  /** When a person last did something about it. */
  readonly touchedAt?: Date;
  /** When the customer was first spoken with. */
  readonly contactedAt?: Date;
  readonly nextContactAt?: Date;
  /** The call-back that is promised and not settled yet. */
  readonly promisedAt?: Date;
  /** IANA name: the zone in which it was agreed. */
  readonly promiseZone?: string;
}

/** CX-123. */
export function alertName(number: number): string {
  return `CX-${number}`;
}

/** The number in `CX-123`, `cx123`, `#123` or `123`; undefined where there is none. */
export function alertNumber(text: string): number | undefined {
  const found = /^(?:cx[-\s]?|#)?(\d{1,9})$/iu.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}
