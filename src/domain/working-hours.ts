/** When a team works, by the clocks where it is. */
import { momentOf, dayAt, daysAfter, startOfDay, weekdayOf } from './zoned-time.js';

export interface WorkingHours {
  /** IANA name; absent: that of the machine. */
  readonly timeZone?: string;
  /** 0 is Monday; never empty. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight; `to` is later than `from`. */
  readonly from: number;
  readonly to: number;
}

/** Of a team that has said nothing: Monday to Friday, nine to five. */
export const USUAL_HOURS: WorkingHours = { weekdays: [0, 1, 2, 3, 4], from: 9 * 60, to: 17 * 60 };

/** Two weeks hold every weekday, also where a day is left out: https://en.wikipedia.org/wiki/Time_in_Samoa */
const DAYS_LOOKED_AT = 15;

/**
 * When the team next begins to work, as its clocks show it: before work and at night that of the day to come, during work that of the
 * next working day. Throws where it never works.
 */
export function nextWorkingHours(
  { weekdays, from }: WorkingHours,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): Date {
  const today = dayAt(now, timeZone);
  for (let ahead = 0; ahead <= DAYS_LOOKED_AT; ahead += 1) {
    const day = daysAfter(today, ahead);
    if (!weekdays.includes(weekdayOf(day))) continue;
    // A zone may leave a whole day out.
    if (dayAt(startOfDay(day, timeZone), timeZone) !== day) continue;
    const begins = momentOf(day, from, timeZone);
    if (begins > now) return begins;
  }
  throw new Error('a team has no day to work on');
}
