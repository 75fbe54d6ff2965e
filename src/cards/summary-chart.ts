/** How many alerts were opened when, against the time before. */
import { daysOf, type Steps } from '../domain/figures/period.js';
import type { Question, Summary } from '../domain/figures/summary.js';
import { dayAt, daysAfter, daysBetween, wallClock } from '../domain/zoned-time.js';
import type { Chart } from './chart.js';
import { axisDay, shortDay, shortDays } from './day-words.js';

/** With one place alone there is no course to see: the figures have told it. */
const LEAST_PLACES = 2;

const EVERY: Readonly<Record<Steps['by'], string>> = {
  hour: 'Alerts an hour',
  two_hours: 'Alerts in two hours',
  day: 'Alerts a day',
  week: 'Alerts in seven days',
  four_weeks: 'Alerts in four weeks',
};

/** Undefined where it would say nothing. */
export function summaryChart({ course, question }: Pick<Summary, 'course' | 'question'>): Chart | undefined {
  const { by, starts, counts, before } = course;
  const places = counts.filter((count, place) => count > 0 || (before[place] ?? 0) > 0).length;
  if (places < LEAST_PLACES) return undefined;
  const names = seriesNames(question);
  const wasQuiet = before.every((count) => count === 0);
  return {
    title: EVERY[by],
    // What is counted by the hour is mostly nothing: a line would say that it rose and fell between.
    form: by === 'hour' || by === 'two_hours' ? 'bar' : 'line',
    labels: starts.map((start) => label(by, start, question.timeZone)),
    series: [
      { name: names.now, values: counts },
      ...(wasQuiet ? [] : [{ name: names.before, values: before }]),
    ],
  };
}

function label(by: Steps['by'], start: Date, timeZone: string): string {
  const day = dayAt(start, timeZone);
  switch (by) {
    case 'hour':
    case 'two_hours':
      return `${String(wallClock(start, timeZone).hour).padStart(2, '0')}:00`;
    case 'day':
      return axisDay(day);
    case 'week':
      return shortDays(day, daysAfter(day, 6));
    case 'four_weeks':
      return shortDays(day, daysAfter(day, 27));
  }
}

function seriesNames({ span, askedAt, timeZone }: Question): {
  readonly now: string;
  readonly before: string;
} {
  const today = dayAt(askedAt, timeZone);
  const { first, last } = daysOf(span, today);
  const days = daysBetween(first, last) + 1;
  if (days === 1) return first === today ? { now: 'Today', before: 'Yesterday' } : oneDay(first);
  return { now: `${span.kind === 'days' ? 'Last' : 'These'} ${days} days`, before: `${days} days before` };
}

function oneDay(day: string): { readonly now: string; readonly before: string } {
  return { now: shortDay(day), before: shortDay(daysAfter(day, -1)) };
}
