/** What a summary tells, before it is put into words. */
import type { AlertView } from '../alert-view.js';
import type { Figures } from './figures.js';
import type { ActionItemView } from '../post-mortem/post-mortem-view.js';
import type { Day } from '../zoned-time.js';
import type { Periods, Span, Steps } from './period.js';

/** What was asked. */
export interface Question {
  readonly span: Span;
  readonly team?: string;
  readonly source?: string;
  /** IANA name: whose days are meant. */
  readonly timeZone: string;
  readonly askedAt: Date;
}

export interface Summary extends Periods {
  readonly question: Question;
  readonly now: Figures;
  readonly previous: Figures;
  readonly needs: Needs;
  /** The themes with the most alerts, the most first. */
  readonly themes: readonly ThemeCount[];
  /** The accounts with more than one alert, the most first. */
  readonly accounts: readonly AccountCount[];
  /** Alerts opened in each step, and in the same step of the time before. */
  readonly course: Steps & { readonly counts: readonly number[]; readonly before: readonly number[] };
  /** What was to be changed after post-mortems. */
  readonly actions?: ActionCounts;
}

export interface ActionCounts {
  /** Action items that fell due in the period, and how many of them are done. */
  readonly due: number;
  readonly done: number;
  /** Not done, and due before today: how many, and the longest overdue of them. */
  readonly overdue: number;
  readonly late: readonly ActionItemView[];
  /** The day from which "overdue" counts. */
  readonly today: Day;
}

/** Why an alert needs somebody now: nobody took it in time, it is not resolved in time, or its owner has been silent for longer than is configured. */
export const NEEDS = ['unclaimed', 'breached', 'silent'] as const;
export type Need = (typeof NEEDS)[number];

export interface Needs {
  readonly counts: Readonly<Record<Need, number>>;
  /** The most urgent of them. */
  readonly alerts: readonly NeedingAlert[];
}

export interface NeedingAlert {
  readonly need: Need;
  /** Since when: its deadline, or the last that its owner did. */
  readonly since: Date;
  readonly view: AlertView;
}

export interface ThemeCount {
  readonly theme: string;
  readonly alerts: number;
  readonly before: number;
}

export interface AccountCount {
  readonly name: string;
  readonly alerts: number;
}
