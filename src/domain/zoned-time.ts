/** Between moments and what the clock on somebody's wall says: the one place that knows time zones. Days are written 2026-11-20. */

export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** A day of the calendar, wherever it is lived: `2026-11-20`. */
export type Day = string;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Whether `name` is a zone of the IANA database that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return clockIn(name).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What clocks show there at this moment. Throws RangeError where there is no such zone. */
export function wallClock(at: Date, timeZone: string): WallClock {
  const shown = new Date(wallMs(at.getTime(), timeZone));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
  };
}

/**
 * The moment at which clocks there show this. A time that comes twice is the first of the two; one that is left out in spring is as
 * much later as the clocks are put forward. Days over the end of the month go on into the next.
 */
export function atWallClock({ year, month, day, hour, minute }: WallClock, timeZone: string): Date {
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const { before, showing } = momentsAround(wall, timeZone);
  return new Date(showing ?? before);
}

/** The day it is in `timeZone` at `at`. */
export function dayAt(at: Date, timeZone: string): Day {
  return isoDay(wallMs(at.getTime(), timeZone));
}

/** The day `count` days after `day`; before it where `count` is negative. */
export function daysAfter(day: Day, count: number): Day {
  return isoDay(midnightMs(day) + count * DAY_MS);
}

/** How many days lie between `first` and `last`: 0 where they are the same. */
export function daysBetween(first: Day, last: Day): number {
  return Math.round((midnightMs(last) - midnightMs(first)) / DAY_MS);
}

/** 0 is Monday. */
export function weekdayOf(day: Day): number {
  return (new Date(midnightMs(day)).getUTCDay() + 6) % 7;
}

/** Whether `text` is a day that exists: not 2026-02-30. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(midnightMs(text)) && daysAfter(text, 0) === text;
}

/**
 * The first moment of `day` in `timeZone` at which the clock shows `minutes` after midnight, or more: where the clock is put forward
 * past that time, the moment at which it is; where it is put back and shows it twice, the first.
 */
export function momentOf(day: Day, minutes: number, timeZone: string): Date {
  const wall = midnightMs(day) + minutes * MINUTE_MS;
  const { before, after, showing } = momentsAround(wall, timeZone);
  if (showing !== undefined) return new Date(showing);
  const between = { before: Math.min(before, after), at: Math.max(before, after), timeZone };
  return new Date(firstShowing(wall, between));
}

/** Midnight, or where the clock is put forward over it the day's first moment. */
export function startOfDay(day: Day, timeZone: string): Date {
  return momentOf(day, 0, timeZone);
}

/** The same time of day `days` later on the wall. */
export function shiftDays(at: Date, days: number, timeZone: string): Date {
  const wall = wallMs(at.getTime(), timeZone);
  const minutes = Math.floor((((wall % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);
  const shifted = momentOf(daysAfter(isoDay(wall), days), minutes, timeZone);
  return new Date(shifted.getTime() + (((wall % MINUTE_MS) + MINUTE_MS) % MINUTE_MS));
}

/** When clocks would show `wall` by what they are `before` and `after` a change; the earliest at which they do, where they do. */
function momentsAround(
  wall: number,
  timeZone: string,
): { readonly before: number; readonly after: number; readonly showing?: number } {
  const by = (near: number): number => wall - (wallMs(near, timeZone) - near);
  const [before, after] = [by(wall - DAY_MS), by(wall + DAY_MS)];
  const showing = [Math.min(before, after), Math.max(before, after)].find(
    (moment) => wallMs(moment, timeZone) === wall,
  );
  return { before, after, ...(showing !== undefined && { showing }) };
}

/** `before` shows less than `wall`, `at` shows as much or more; the clock jumps once between them. */
function firstShowing(
  wall: number,
  between: { readonly before: number; readonly at: number; readonly timeZone: string },
): number {
  let { before, at } = between;
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    if (wallMs(middle, between.timeZone) >= wall) at = middle;
    else before = middle;
  }
  return at;
}

function midnightMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function isoDay(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

/** What the clock shows, as if it were UTC. */
function wallMs(ms: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of clockIn(timeZone).formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((ms % 1000) + 1000) % 1000);
}

/** Making one costs a thousand times what using it costs. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}
