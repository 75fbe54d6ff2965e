/** What a digest tells, before it is put into words. */
import type { AlertView, SignalView } from '../alert-view.js';
import type { Counts, Figures } from '../figures/figures.js';
import type { Periods, Steps } from '../figures/period.js';
import type { PromiseCount } from '../figures/promises.js';
import type { AccountCount, ActionCounts, Need, NeedingAlert, ThemeCount } from '../figures/summary.js';
import type { Staff } from '../staff.js';
import type { DigestQuestion } from './digest-question.js';

export interface Digest extends Periods {
  readonly question: DigestQuestion;
  readonly now: Figures;
  readonly previous: Figures;
  /** Since the digest before. */
  readonly news: Counts;
  /** The themes with the most alerts, the most first. */
  readonly themes: readonly ThemeCount[];
  readonly accounts: readonly AccountCount[];
  readonly story?: Story;
  readonly standing: Standing;
  readonly promises: PromiseCount;
  readonly promisesBefore: PromiseCount;
  /** Alerts a day in this period and the one before it. */
  readonly course: Steps & { readonly counts: readonly number[] };
  readonly thanks: Thanks;
  /** What was to be changed after post-mortems. */
  readonly actions?: ActionCounts;
}

/** The theme that rose most. */
export interface Story {
  readonly theme: string;
  /** A voice without a customer counts as one of its own. */
  readonly customers: number;
  readonly customersBefore: number;
  /** What the accounts among them pay a year, by currency, the largest first. */
  readonly values: readonly { readonly amount: number; readonly currency?: string }[];
  /** The cause that was written down most often, `n` times of `of`. */
  readonly cause?: { readonly words: string; readonly n: number; readonly of: number };
}

/** The alerts that were not closed at the moment of which the digest tells. */
export interface Standing {
  /** Nobody had them. */
  readonly open: number;
  readonly claimed: number;
  readonly counts: Readonly<Record<Need, number>>;
  /** Of those that needed somebody the gravest; of those alike, what nobody had comes first, and then what waited longest. */
  readonly stuck: readonly NeedingAlert[];
  /** How many more fall due within a day, and the first of them. */
  readonly dueCount: number;
  readonly due: readonly DueAlert[];
  /** Call-backs that are promised for within a day, whatever else is due or late. */
  readonly promisesDue: number;
  /** Those with the most that is late come first. */
  readonly owners: readonly OwnerLoad[];
}

export interface DueAlert {
  readonly what: 'respond' | 'resolve' | 'promise';
  readonly at: Date;
  readonly view: AlertView;
}

export interface OwnerLoad {
  readonly owner: Staff;
  readonly alerts: number;
  /** Of these, past their time or silent. */
  readonly late: number;
}

export interface Thanks {
  /** The newest first. */
  readonly praise: readonly PraiseView[];
  /** Customers made whole since the digest before, the newest first. */
  readonly recovered: readonly RecoveredView[];
}

export interface PraiseView {
  readonly signal: SignalView;
  /** Whom the sender says it is about. */
  readonly agent?: string;
  readonly account?: string;
}

export interface RecoveredView {
  readonly view: AlertView;
  /** What the customer said when it was right again. */
  readonly words?: string;
}
