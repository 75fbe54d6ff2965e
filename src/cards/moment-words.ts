import { dayAt, wallClock } from '../domain/zoned-time.js';
import { shortDay } from './day-words.js';

/** A moment as a text that is passed on says it: "10:40" on the day of `now`, else "Tue 17 Nov, 10:40". */
export function momentWords(
  at: Date,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): string {
  const { hour, minute } = wallClock(at, timeZone);
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const day = dayAt(at, timeZone);
  return day === dayAt(now, timeZone) ? time : `${shortDay(day)}, ${time}`;
}
