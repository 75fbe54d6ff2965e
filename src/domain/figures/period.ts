/** Which time figures speak of, and the time before it that they are held against. */
import { type Day, dayAt, daysAfter, daysBetween, isDay, shiftDays, startOfDay } from '../zoned-time.js';

/** From `since` on, up to but without `until`. */
export interface Period {
  readonly since: Date;
  readonly until: Date;
}

export type Span =
  | { readonly kind: 'today' }
  /** The last so many days, today among them. */
  | { readonly kind: 'days'; readonly days: number }
  /** Both days are within. */
  | { readonly kind: 'between'; readonly first: Day; readonly last: Day };

export interface Periods {
  readonly period: Period;
  /** As long as the period, and up to the same hour where that is not over yet. */
  readonly before: Period;
}

/** Longer ones would make everybody else wait. */
export const MOST_DAYS = 366;

/** The span's days as they are lived in `timeZone`; what is not over yet ends at `now`. */
export function periodsOf(span: Span, now: Date, timeZone: string): Periods {
  const today = dayAt(now, timeZone);
  const { first, last } = daysOf(span, today);
  const end = startOfDay(daysAfter(last, 1), timeZone);
  const period = { since: startOfDay(first, timeZone), until: end < now ? end : now };
  const back = -(daysBetween(first, last) + 1);
  return {
    period,
    before: {
      since: shiftDays(period.since, back, timeZone),
      until: shiftDays(period.until, back, timeZone),
    },
  };
}

/** The first and the last day of the span. */
export function daysOf(span: Span, today: Day): { readonly first: Day; readonly last: Day } {
  switch (span.kind) {
    case 'today':
      return { first: today, last: today };
    case 'days':
      return { first: daysAfter(today, 1 - span.days), last: today };
    case 'between':
      return span;
  }
}

/** As it is typed: "today", "7d", "2026-11-01..2026-11-15". */
export function spanText(span: Span): string {
  switch (span.kind) {
    case 'today':
      return 'today';
    case 'days':
      return `${span.days}d`;
    case 'between':
      return `${span.first}..${span.last}`;
  }
}

/** Undefined for what is no span; days that do not exist are none. */
export function readSpan(text: string): Span | undefined {
  if (text === 'today') return { kind: 'today' };
  const days = /^([1-9]\d{0,2})d$/u.exec(text)?.[1];
  if (days !== undefined) return Number(days) <= MOST_DAYS ? { kind: 'days', days: Number(days) } : undefined;
  const [first = '', last = ''] = text.split('..', 2);
  return isDay(first) && isDay(last) ? { kind: 'between', first, last } : undefined;
}

const HOUR_MS = 3_600_000;
/** No chat draws more: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
const MOST_STEPS = 20;
const DAY_STEPS = [
  ['day', 1],
  ['week', 7],
  ['four_weeks', 28],
] as const;

/** How a period is cut for a chart. */
export interface Steps {
  readonly by: 'hour' | 'two_hours' | 'day' | 'week' | 'four_weeks';
  /** Where each step begins; the last one ends with the period. */
  readonly starts: readonly Date[];
}

/**
 * A day by the hour, more by the day, by the week where those were too many. Weeks are whole and counted back from the last day: what
 * is left over at the beginning is in no step, because a short step would look like a good week.
 */
export function stepsOf({ since, until }: Period, timeZone: string): Steps {
  const first = dayAt(since, timeZone);
  const last = dayAt(new Date(until.getTime() - 1), timeZone);
  const days = daysBetween(first, last) + 1;
  if (days <= 1) return hoursOf({ since, until });
  const [by, each] =
    DAY_STEPS.find(([, long]) => Math.floor(days / long) <= MOST_STEPS) ?? (['four_weeks', 28] as const);
  const count = Math.floor(days / each);
  return {
    by,
    starts: counted(count, (step) => startOfDay(daysAfter(last, 1 - (count - step) * each), timeZone)),
  };
}

function hoursOf({ since, until }: Period): Steps {
  const hours = Math.max(1, Math.ceil((until.getTime() - since.getTime()) / HOUR_MS));
  const each = hours <= MOST_STEPS ? 1 : 2;
  return {
    by: each === 1 ? 'hour' : 'two_hours',
    starts: counted(Math.ceil(hours / each), (step) => new Date(since.getTime() + step * each * HOUR_MS)),
  };
}

/** The same steps at the same times of day in the time before. */
export function startsBefore(
  { starts }: Steps,
  { period, before }: Periods,
  timeZone: string,
): readonly Date[] {
  const back = daysBetween(dayAt(period.since, timeZone), dayAt(before.since, timeZone));
  return starts.map((start) => shiftDays(start, back, timeZone));
}

function counted<Each>(count: number, make: (index: number) => Each): readonly Each[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
