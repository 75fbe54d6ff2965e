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
const MOST_DAY_STEPS = 31;
const DAYS_OF_A_WEEK = 7;

/** How a period is cut for a chart: a day by the hour, up to a month by the day, beyond by seven days. */
export interface Steps {
  readonly by: 'hour' | 'day' | 'week';
  /** Where each step begins; the last one ends with the period. */
  readonly starts: readonly Date[];
}

export function stepsOf({ since, until }: Period, timeZone: string): Steps {
  const first = dayAt(since, timeZone);
  const days = daysBetween(first, dayAt(new Date(until.getTime() - 1), timeZone)) + 1;
  if (days <= 1) {
    const hours = Math.max(1, Math.ceil((until.getTime() - since.getTime()) / HOUR_MS));
    return { by: 'hour', starts: counted(hours, (hour) => new Date(since.getTime() + hour * HOUR_MS)) };
  }
  const by = days <= MOST_DAY_STEPS ? 'day' : 'week';
  const step = by === 'day' ? 1 : DAYS_OF_A_WEEK;
  return {
    by,
    starts: counted(Math.ceil(days / step), (each) => startOfDay(daysAfter(first, each * step), timeZone)),
  };
}

function counted<Each>(count: number, make: (index: number) => Each): readonly Each[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
