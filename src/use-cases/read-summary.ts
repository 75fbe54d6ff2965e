/** Reads what a summary tells, as of now, all in one transaction. */
import { type Counts, figures } from '../domain/figures/figures.js';
import {
  daysOf,
  type Period,
  type Periods,
  periodsOf,
  startsBefore,
  stepsOf,
} from '../domain/figures/period.js';
import {
  type AccountCount,
  type ActionCounts,
  type Needs,
  type Question,
  type Summary,
  type ThemeCount,
} from '../domain/figures/summary.js';
import { type Silence, silentSince, type SilentSince } from '../domain/follow-up/silence.js';
import { type Day, dayAt } from '../domain/zoned-time.js';

/** Whose voices and alerts; absent: everybody's. */
export interface Scope {
  /** Of these teams; never empty. */
  readonly teams?: readonly string[];
  readonly source?: string;
}

export interface SummaryStore {
  /** Of the period and of the one before it. */
  countPeriods(periods: Periods, scope: Scope): Promise<readonly [now: Counts, before: Counts]>;
  /** Unclosed alerts that need somebody, at most `limit` of them with all that is to be shown. */
  needing(
    asked: { readonly now: Date; readonly silentSince: SilentSince; readonly limit: number },
    scope: Scope,
  ): Promise<Needs>;
  /** The most first. */
  countThemes(periods: Periods, scope: Scope, limit: number): Promise<readonly ThemeCount[]>;
  /** Those with more than one alert, the most first. */
  countAccounts(period: Period, scope: Scope, limit: number): Promise<readonly AccountCount[]>;
  /** Action items of post-mortems that were due from `first` to `last`, and those overdue on `today`, as all were `asOf`; at most `limit` of these. */
  countActions(
    asked: {
      readonly first: Day;
      readonly last: Day;
      readonly today: Day;
      readonly asOf: Date;
      readonly limit: number;
    },
    scope: Scope,
  ): Promise<Omit<ActionCounts, 'today'>>;
  /** Alerts opened from each of `starts` up to the next, and from the last to the period's end. */
  countSteps(period: Period, starts: readonly Date[], scope: Scope): Promise<readonly number[]>;
}

/** Each takes two of the blocks of a Slack message, and who has more than five to look at needs a list: /cx-alerts. */
const MOST_NEEDING = 5;
const MOST_THEMES = 5;
const MOST_ACCOUNTS = 3;
const MOST_LATE = 3;

/** `now`: what needs somebody is as it stands then; the figures are of the question's own time. */
export async function readSummary(
  store: SummaryStore,
  question: Question,
  now: Date,
  silence: Silence,
): Promise<Summary> {
  const { span, timeZone, askedAt, team, source } = question;
  const scope: Scope = {
    ...(team !== undefined && { teams: [team] }),
    ...(source !== undefined && { source }),
  };
  const periods = periodsOf(span, askedAt, timeZone);
  const { period, before } = periods;
  const steps = stepsOf(period, timeZone);
  const today = dayAt(now, timeZone);
  const [[counts, countsBefore], needs, themes, accounts, course, courseBefore, actions] = await Promise.all([
    store.countPeriods(periods, scope),
    store.needing({ now, silentSince: silentSince(now, silence), limit: MOST_NEEDING }, scope),
    store.countThemes(periods, scope, MOST_THEMES),
    store.countAccounts(period, scope, MOST_ACCOUNTS),
    store.countSteps(period, steps.starts, scope),
    store.countSteps(before, startsBefore(steps, periods, timeZone), scope),
    store.countActions(
      { ...daysOf(span, dayAt(askedAt, timeZone)), today, asOf: now, limit: MOST_LATE },
      scope,
    ),
  ]);
  return {
    ...periods,
    question,
    now: figures(counts),
    previous: figures(countsBefore),
    needs,
    themes,
    accounts,
    course: { ...steps, counts: course, before: courseBefore },
    actions: { ...actions, today },
  };
}
