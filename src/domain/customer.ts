/** A customer as people ask for them: who they are, how it stands, and all that was said and done. */
import type { AccountView, AlertView, CustomerView, EventView, SignalView } from './alert-view.js';
import type { Contacts } from './contacts.js';
import type { Metric, Score } from './score.js';

/** Enough to tell one customer from another. */
export interface FoundCustomer {
  readonly customer: CustomerView;
  readonly account?: AccountView;
  readonly seenAt: Date;
  /** The newest alert about them. */
  readonly alert?: number;
}

export interface CustomerProfile {
  readonly customer: CustomerView;
  readonly account?: AccountView;
  /** Absent where nothing was. */
  readonly heard?: Heard;
  /** Of late, up to the newest. */
  readonly contacts?: Contacts;
  /** A metric each, the one that was answered last first. */
  readonly standings: readonly Standing[];
  /** Not closed, the gravest first, at most as many as were asked for. */
  readonly open: { readonly views: readonly AlertView[]; readonly total: number };
  readonly promises: Promises;
  /** Voices and follow-ups, counted no further than a thousand of each. */
  readonly entries: number;
}

export interface Heard {
  /** Counted no further than a thousand. */
  readonly count: number;
  readonly first: Date;
  readonly newest: Date;
}

export interface Standing {
  readonly metric: Metric;
  /** On the metric's usual scale. */
  readonly mean: Score;
  readonly answers: number;
  readonly newest: Score;
  readonly previous?: Score;
}

/** Call-backs that were promised, each once however often it was moved; what is neither kept, late nor broken is still to come. */
export interface Promises {
  readonly made: number;
  readonly kept: number;
  readonly late: number;
  readonly broken: number;
}

interface Entry {
  /** For the page that begins after it. */
  readonly position: string;
  readonly at: Date;
}

export type TimelineEntry =
  | (Entry & {
      readonly kind: 'voice';
      readonly signal: SignalView;
      /** Present once triaged. */
      readonly reason?: string;
      /** What became of it. */
      readonly view?: AlertView;
    })
  /** A contact, a promise, a promise broken. */
  | (Entry & { readonly kind: 'follow_up'; readonly event: EventView; readonly view: AlertView });
