import { wallClock } from '../domain/zoned-time.js';

/** "Berlin time" for Europe/Berlin. */
export function zoneWords(timeZone: string): string {
  const place = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return /^(?:UTC|GMT)/u.test(place) ? place : `${place} time`;
}

/** "15:00 Berlin time". */
export function clockIn(at: Date, timeZone: string): string {
  const { hour, minute } = wallClock(at, timeZone);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} ${zoneWords(timeZone)}`;
}
