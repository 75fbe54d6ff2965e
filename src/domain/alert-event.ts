/** What happened to an alert, append-only: timelines, figures and the audit trail come from it. */
import type { Dismissal, Outcome } from './alert.js';
import type { ContactChannel, ContactResult } from './follow-up/contact.js';
import type { SettledPromise } from './follow-up/promise.js';
import type { Score } from './score.js';
import type { Severity } from './severity.js';

export type AlertEvent =
  | {
      readonly kind: 'opened';
      readonly signalId: string;
      readonly severity: Severity;
      readonly reason: string;
    }
  /** `count` is how many signals the alert holds with this one. */
  | {
      readonly kind: 'joined';
      readonly signalId: string;
      readonly count: number;
      readonly severity?: Severity;
    }
  /** The signal says again what another of the alert said, and counts no second time. */
  | {
      readonly kind: 'amended';
      readonly signalId: string;
      /** Present where it has another score now; `was` where it had one. */
      readonly rated?: { readonly was?: Score };
      readonly words?: 'added' | 'changed';
      readonly severity?: Severity;
      /** Whether it is better than before, and would need nobody by itself. */
      readonly settled?: true;
    }
  | { readonly kind: 'claimed' }
  | { readonly kind: 'released' }
  | { readonly kind: 'reassigned'; readonly to: string; readonly from?: string; readonly why?: string }
  | { readonly kind: 'taken_over'; readonly from: string; readonly why: string }
  | {
      readonly kind: 'severity_changed';
      readonly from: Severity;
      readonly to: Severity;
      readonly why?: string;
    }
  | {
      readonly kind: 'resolved';
      readonly outcome: Outcome;
      readonly rootCause: string;
      readonly note?: string;
      /** The promise that closing it settled. */
      readonly promise?: SettledPromise;
    }
  | {
      readonly kind: 'dismissed';
      readonly dismissal: Dismissal;
      readonly note?: string;
      readonly promise?: SettledPromise;
    }
  | { readonly kind: 'reopened'; readonly why?: string }
  /** Moments are ISO 8601. `respond`: nobody had claimed it by then; `resolve`: it was not resolved. */
  | { readonly kind: 'deadline_missed'; readonly deadline: 'respond' | 'resolve'; readonly due: string }
  | { readonly kind: 'snoozed'; readonly until: string }
  /** By itself, or by a person before its time. */
  | { readonly kind: 'woken' }
  | { readonly kind: 'still_on_it' }
  | {
      readonly kind: 'contacted';
      readonly channel: ContactChannel;
      readonly result: ContactResult;
      readonly note?: string;
      /** When the customer is to be contacted next. */
      readonly next?: string;
      /** The promise that was settled by it. */
      readonly promise?: SettledPromise<'kept' | 'late'>;
    }
  | {
      readonly kind: 'promised';
      readonly due: string;
      readonly timeZone: string;
      /** The time that was promised before, moved while it could still be kept. */
      readonly movedFrom?: string;
      /** The promise before, whose time was over when another was agreed. */
      readonly promise?: SettledPromise<'late'>;
    }
  /** Nobody reached the customer in time, nor soon after. */
  | { readonly kind: 'promise_broken'; readonly due: string }
  | { readonly kind: 'post_mortem_linked'; readonly postMortem: number }
  | { readonly kind: 'post_mortem_unlinked'; readonly postMortem: number }
  /** A post-mortem of the same theme is open. */
  | { readonly kind: 'looked_at'; readonly postMortem: number }
  /** Alerts of its theme and team have become many: `count` in seven days. */
  | { readonly kind: 'post_mortem_offered'; readonly count: number }
  /** The card's channel was gone and it was posted elsewhere. */
  | {
      readonly kind: 'rerouted';
      readonly platform: string;
      readonly from: string;
      readonly to: string;
      readonly why: string;
    };

export type AlertEventKind = AlertEvent['kind'];

/** An event as recorded. */
export interface RecordedEvent {
  readonly id: string;
  readonly alert: number;
  readonly at: Date;
  /** The staff member who did it; absent where the bot did. */
  readonly actorId?: string;
  readonly event: AlertEvent;
}

const EACH_REPEAT_UP_TO = 5;

/**
 * Whether the `count`th signal of an alert, or the `count`th version of an answer, gets a line of its own in the thread: the first five, then 10, 20, 50, 100, 200, 500 …
 * so that a storm of one customer stays readable and within the platform's limits.
 */
export function repeatDeservesLine(count: number): boolean {
  if (count <= EACH_REPEAT_UP_TO) return true;
  const magnitude = 10 ** Math.floor(Math.log10(count));
  return count % magnitude === 0 && [1, 2, 5].includes(count / magnitude);
}

/** How much of the customer's words a card quotes, in UTF-16 units; the whole stands in the thread. */
export const CARD_QUOTE_LIMIT = 300;

/** Whether the voice that opened an alert is repeated whole in the thread, because the card cuts it. */
export function openingDeservesLine(text: string | undefined): boolean {
  return text !== undefined && text.length > CARD_QUOTE_LIMIT;
}
