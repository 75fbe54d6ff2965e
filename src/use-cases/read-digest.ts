/** Reads what a digest tells. All of it is of the question's own time, so that it reads the same later. */
import type { Digest, Standing, Story, Thanks } from '../domain/digest/digest.js';
import { DIGEST_DAYS, type DigestQuestion } from '../domain/digest/digest-question.js';
import { risingTheme } from '../domain/digest/rising-theme.js';
import { figures } from '../domain/figures/figures.js';
import { type Period, type Periods, periodsOf, stepsOf } from '../domain/figures/period.js';
import { type Silence, silentSince, type SilentSince } from '../domain/follow-up/silence.js';
import { dayAt, daysAfter, startOfDay } from '../domain/zoned-time.js';
import type { Scope, SummaryStore } from './read-summary.js';

export interface ReadDigestStore extends Pick<
  SummaryStore,
  'countPeriods' | 'countThemes' | 'countAccounts' | 'countSteps' | 'countActions'
> {
  /** How things stood at `asOf`: at most `mostStuck` and `mostDue` alerts with all that is to be shown. */
  standingAt(
    asked: {
      readonly asOf: Date;
      readonly silentSince: SilentSince;
      readonly mostStuck: number;
      readonly mostDue: number;
    },
    scope: Scope,
  ): Promise<Standing>;
  storyOf(theme: string, periods: Periods, scope: Scope): Promise<Story>;
  thanksIn(period: Period, scope: Scope): Promise<Thanks>;
}

/** All that may be the story; few have more themes. */
const MOST_THEMES = 50;
const THEMES_SHOWN = 5;
const MOST_ACCOUNTS = 3;
const MOST_ACTIONS = 3;
const MOST_STUCK = 8;
const MOST_DUE = 6;

export async function readDigest(
  store: ReadDigestStore,
  question: DigestQuestion,
  silence: Silence,
): Promise<Digest> {
  const { span, timeZone, asOf, newsSince, teams } = question;
  const scope: Scope = teams.length > 0 ? { teams } : {};
  const periods = periodsOf(span, asOf, timeZone);
  const { period } = periods;
  const news = { since: newsSince, until: period.until };
  const both = { since: startOfDay(daysAfter(span.first, -DIGEST_DAYS), timeZone), until: period.until };
  const steps = stepsOf(both, timeZone);
  const asked = { asOf, silentSince: silentSince(asOf, silence), mostStuck: MOST_STUCK, mostDue: MOST_DUE };
  const [counted, [newsCounts], themes, accounts, course, standing, thanks] = await Promise.all([
    store.countPeriods(periods, scope),
    store.countPeriods({ period: news, before: { since: newsSince, until: newsSince } }, scope),
    store.countThemes(periods, scope, MOST_THEMES),
    store.countAccounts(period, scope, MOST_ACCOUNTS),
    store.countSteps(both, steps.starts, scope),
    store.standingAt(asked, scope),
    store.thanksIn(news, scope),
  ]);
  const today = dayAt(asOf, timeZone);
  const { first, last } = span;
  const actions = await store.countActions({ first, last, today, asOf, limit: MOST_ACTIONS }, scope);
  const rising = risingTheme(themes);
  const story = rising && (await store.storyOf(rising.theme, periods, scope));
  return {
    ...periods,
    question,
    now: figures(counted[0]),
    previous: figures(counted[1]),
    news: newsCounts,
    themes: themes.slice(0, THEMES_SHOWN),
    accounts,
    standing,
    promises: counted[0].promises,
    promisesBefore: counted[1].promises,
    course: { ...steps, counts: course },
    thanks,
    actions: { ...actions, today },
    ...(story && { story }),
  };
}
