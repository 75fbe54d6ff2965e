/** The days of the month before the demo's start: told in workdays, so that it is the same month on whatever day it starts. */
import { type Day, dayAt, daysAfter, momentOf, wallClock, weekdayOf } from '../../domain/zoned-time.js';

export interface Calendar {
  /**
   * "12 09:42": the twelfth workday before today; "sat 1 14:20", "sun 2 10:05": the last Saturday, the Sunday before the last;
   * "140 min": so many minutes ago.
   */
  readonly moment: (on: string) => Date;
  /** So many minutes later, counting only those at which the staff is at work. */
  readonly atWork: (from: Date, minutes: number) => Date;
}

const MOST_DAYS = 65;
const SATURDAY = 5;
const SUNDAY = 6;
/** 08:30 to 18:00. */
const WORK = { from: 8 * 60 + 30, until: 18 * 60 };
const ON = /^(?:(?<ago>\d+) min|(?<weekday>sat |sun )?(?<nth>\d+) (?<hour>\d\d):(?<minute>\d\d))$/u;

export function createCalendar(now: Date, timeZone: string): Calendar {
  const today = dayAt(now, timeZone);

  const past = Array.from({ length: MOST_DAYS }, (_, index) => daysAfter(today, -1 - index));
  const days: Readonly<Record<string, readonly Day[]>> = {
    workday: past.filter((day) => isWorkday(weekdayOf(day))),
    sat: past.filter((day) => weekdayOf(day) === SATURDAY),
    sun: past.filter((day) => weekdayOf(day) === SUNDAY),
  };

  return {
    moment(on) {
      const { ago, weekday, nth, hour, minute } = ON.exec(on)?.groups ?? {};
      if (ago !== undefined) return new Date(now.getTime() - Number(ago) * 60_000);
      const day = days[weekday?.trim() ?? 'workday']?.[Number(nth) - 1];
      if (day === undefined) throw new Error(`“${on}” is no day of the month`);
      return momentOf(day, Number(hour) * 60 + Number(minute), timeZone);
    },

    atWork(from, minutes) {
      const wall = wallClock(from, timeZone);
      let day = dayAt(from, timeZone);
      let minute = wall.hour * 60 + wall.minute;
      for (let left = minutes; ;) {
        if (isWorkday(weekdayOf(day)) && minute < WORK.until) {
          minute = Math.max(minute, WORK.from);
          const room = WORK.until - minute;
          if (left < room) return momentOf(day, minute + left, timeZone);
          left -= room;
        }
        day = daysAfter(day, 1);
        minute = WORK.from;
      }
    },
  };
}

function isWorkday(weekday: number): boolean {
  return weekday < SATURDAY;
}
