/** Reads a time as people type it, on the clocks of a zone: "15:00", "tomorrow 9:30", "Mon 9:00", "24 Nov 15:00", "in 2 h". */
import { minutesFrom } from './minutes-from.js';
import { atWallClock, wallClock, type WallClock } from './zoned-time.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

export interface ReadingTime {
  readonly now: Date;
  /** IANA name. */
  readonly timeZone: string;
}

type Day = Pick<WallClock, 'year' | 'month' | 'day'>;

/** Undefined where it is no time. A time of day alone is the next one to come; one with a day may be past. */
export function typedTime(text: string, { now, timeZone }: ReadingTime): Date | undefined {
  const typed = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');
  const delay = readDelay(typed);
  if (delay !== undefined) return minutesFrom(now, delay);
  const [, day = '', time = ''] =
    /^(?:(.*?)(?:,? at |, ?|t| ))?(\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?)$/u.exec(typed) ?? [];
  const clock = readClock(time);
  if (!clock) return undefined;
  const today = wallClock(now, timeZone);
  const at = (on: Day): Date => atWallClock({ ...on, ...clock }, timeZone);
  if (day === '') return firstAfter(now, [at(today), at(later(today, 1))]);
  const weekday = WEEKDAYS.findIndex((name) => day.startsWith(name) && /^[a-z]{3,9}$/u.test(day));
  if (weekday >= 0) {
    const ahead = (weekday - new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() + 7) % 7;
    return firstAfter(now, [at(later(today, ahead)), at(later(today, ahead + 7))]);
  }
  const date = readDay(day, today);
  return date && at(date);
}

/** "in 2 h", in minutes. */
function readDelay(typed: string): number | undefined {
  const [, amount, unit = ''] = /^in (\d{1,4}) ?(m|min|mins|minutes?|h|hours?|d|days?)$/u.exec(typed) ?? [];
  if (amount === undefined) return undefined;
  return Number(amount) * (unit.startsWith('m') ? 1 : unit.startsWith('h') ? 60 : 1_440);
}

/** "15:00", "9.30", "3 pm"; a bare number is no time of day. */
function readClock(text: string): Pick<WallClock, 'hour' | 'minute'> | undefined {
  const [, hours, minutes, half] = /^(\d{1,2})(?:[:.](\d{2}))?(?: ?([ap])\.?m\.?)?$/u.exec(text) ?? [];
  if (hours === undefined || (minutes === undefined && half === undefined)) return undefined;
  const minute = Number(minutes ?? 0);
  const said = Number(hours);
  if (minute > 59 || (half === undefined ? said > 23 : said < 1 || said > 12)) return undefined;
  return { hour: half === undefined ? said : (said % 12) + (half === 'p' ? 12 : 0), minute };
}

function readDay(text: string, today: Day): Day | undefined {
  if (text === 'today') return today;
  if (text === 'tomorrow') return later(today, 1);
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text) ?? [];
  if (year !== undefined) return realDay(Number(year), Number(month), Number(day));
  const [, before, name = '', after, given] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\.? )?([a-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?(?:,? (\d{4}))?$/u.exec(
      text,
    ) ?? [];
  const inMonth = MONTHS.indexOf(name.slice(0, 3)) + 1;
  const onDay = before ?? after;
  if (inMonth === 0 || onDay === undefined) return undefined;
  if (given !== undefined) return realDay(Number(given), inMonth, Number(onDay));
  const past = inMonth < today.month || (inMonth === today.month && Number(onDay) < today.day);
  return realDay(today.year + (past ? 1 : 0), inMonth, Number(onDay));
}

/** Undefined for 31 February. */
function realDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}

function later({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function firstAfter(now: Date, moments: readonly Date[]): Date | undefined {
  return moments.find((at) => at > now) ?? moments.at(-1);
}
