/** When an audience hears: once on each of its days, at the first moment at which clocks there show the time, or more. */
import { type Day, dayAt, daysAfter, momentOf, startOfDay, weekdayOf } from '../zoned-time.js';
import type { ZonedAudience } from './audience.js';

export type Schedule = Pick<ZonedAudience, 'minutes' | 'timeZone' | 'weekdays'>;

export interface Run {
  /** The local day. */
  readonly day: Day;
  readonly at: Date;
}

/** Two weeks hold every weekday, also where a day is left out: https://en.wikipedia.org/wiki/Time_in_Samoa */
const DAYS_LOOKED_AT = 15;

/** The first run after `now`. */
export function nextRun(schedule: Schedule, now: Date): Run {
  const first = daysAfter(dayAt(now, schedule.timeZone), -1);
  for (let ahead = 0; ahead <= DAYS_LOOKED_AT; ahead += 1) {
    const run = runOn(schedule, daysAfter(first, ahead));
    if (run && run.at > now) return run;
  }
  throw new Error('an audience has no weekday to hear on');
}

/** The last run that was due at `now`. */
export function latestRun(schedule: Schedule, now: Date): Run {
  const last = daysAfter(dayAt(now, schedule.timeZone), 1);
  for (let back = 0; back <= DAYS_LOOKED_AT; back += 1) {
    const run = runOn(schedule, daysAfter(last, -back));
    if (run && run.at <= now) return run;
  }
  throw new Error('an audience has no weekday to hear on');
}

/** The run before that of `day`. */
export function runBefore(schedule: Schedule, day: Day): Run {
  for (let back = 1; back <= DAYS_LOOKED_AT; back += 1) {
    const run = runOn(schedule, daysAfter(day, -back));
    if (run) return run;
  }
  throw new Error('an audience has no weekday to hear on');
}

/** Undefined on days that are none of the audience's, and on those that a zone leaves out. */
function runOn({ minutes, timeZone, weekdays }: Schedule, day: Day): Run | undefined {
  if (!weekdays.includes(weekdayOf(day)) || dayAt(startOfDay(day, timeZone), timeZone) !== day)
    return undefined;
  return { day, at: momentOf(day, minutes, timeZone) };
}
