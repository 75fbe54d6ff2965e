/** Reads a day as people type it: "2026-12-01", "Friday", "24 Nov", "tomorrow", "in 2 weeks". */
import { type ReadingTime, typedTime } from './typed-time.js';
import { type Day, dayAt, daysAfter, isDay } from './zoned-time.js';

const WEEK = 7;

/** Undefined where it is no day. A weekday is the next one to come; today's counts as today. */
export function typedDay(text: string, reading: ReadingTime): Day | undefined {
  const typed = text.normalize('NFKC').trim().toLowerCase();
  if (isDay(typed)) return typed;
  const today = dayAt(reading.now, reading.timeZone);
  const [, amount, unit = ''] = /^in (\d{1,3}) ?(days?|weeks?)$/u.exec(typed) ?? [];
  if (amount !== undefined) return daysAfter(today, Number(amount) * (unit.startsWith('w') ? WEEK : 1));
  const endOfDay = typed === '' ? undefined : typedTime(`${typed} 23:59`, reading);
  return endOfDay && dayAt(endOfDay, reading.timeZone);
}
