import { type Day, dayAt, daysAfter, daysBetween, momentOf } from '../zoned-time.js';

/** Before the day's work begins. One hour for all of them, so that a person hears of all their items in one message. */
const NUDGE_MINUTES = 9 * 60;
const DAYS_BEFORE = 2;
const WEEK = 7;

/**
 * When the owner of an open action item is reminded next, after `after`: two days before it is due, on the day, then every week; each
 * at nine in the owner's own morning. Never undefined: what is not done is not forgotten.
 */
export function nextNudge({
  dueOn,
  after,
  timeZone,
}: {
  readonly dueOn: Day;
  readonly after: Date;
  readonly timeZone: string;
}): Date {
  const weeksLate = Math.max(0, Math.floor(daysBetween(dueOn, dayAt(after, timeZone)) / WEEK));
  const days = [-DAYS_BEFORE, 0, weeksLate * WEEK, (weeksLate + 1) * WEEK];
  const moments = days.map((shift) => momentOf(daysAfter(dueOn, shift), NUDGE_MINUTES, timeZone));
  return (
    moments.find((at) => at > after) ??
    momentOf(daysAfter(dueOn, (weeksLate + 2) * WEEK), NUDGE_MINUTES, timeZone)
  );
}
