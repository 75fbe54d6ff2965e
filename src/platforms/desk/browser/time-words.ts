/** Times as people say them; used by the server for the page as sent and in the page while it stands open. */

export type TimeStyle = 'clock' | 'relative' | 'day' | 'near_day';

export interface TimeAsked {
  readonly at: Date;
  readonly as: TimeStyle;
  readonly now: Date;
  /** IANA name; absent: the zone this runs in. */
  readonly timeZone?: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const JUST_NOW_MS = 45_000;
/** Of what is older the day says more. */
const DAYS_MS = 14 * DAY_MS;

/** `relative` 4 min ago, 3 days ago, with the date when over a fortnight; `clock` 10:40, with the date when it is another day; `day` 20 November; `near_day` today, on 18 Nov. */
export function timeInWords({ at, as, now, timeZone }: TimeAsked): string {
  const format = formats(timeZone);
  switch (as) {
    case 'day':
      return day(format, at, now);
    case 'near_day':
      return nearDay(format, at, now);
    case 'clock':
      return clock(format, at, now);
    case 'relative':
      return distance(at.getTime() - now.getTime()) ?? clock(format, at, now);
  }
}

/** The whole of it, for a tooltip: Friday 20 November 2026, 10:40. */
export function fullTime(at: Date, timeZone?: string): string {
  const { weekday, longDay, year, time } = formats(timeZone);
  return `${weekday.format(at)} ${longDay.format(at)} ${year.format(at)}, ${time.format(at)}`;
}

function day({ longDay, year }: Formats, at: Date, now: Date): string {
  const thisYear = year.format(at) === year.format(now);
  return thisYear ? longDay.format(at) : `${longDay.format(at)} ${year.format(at)}`;
}

function nearDay({ shortDay, year }: Formats, at: Date, now: Date): string {
  const dayOf = (moment: Date) => `${shortDay.format(moment)} ${year.format(moment)}`;
  if (dayOf(at) === dayOf(now)) return 'today';
  if (dayOf(at) === dayOf(new Date(now.getTime() - DAY_MS))) return 'yesterday';
  return `on ${year.format(at) === year.format(now) ? shortDay.format(at) : dayOf(at)}`;
}

function clock({ shortDay, year, time }: Formats, at: Date, now: Date): string {
  if (year.format(at) !== year.format(now)) return `${shortDay.format(at)} ${year.format(at)}`;
  const today = shortDay.format(at) === shortDay.format(now);
  return today ? time.format(at) : `${shortDay.format(at)}, ${time.format(at)}`;
}

function distance(ms: number): string | undefined {
  const size = Math.abs(ms);
  if (size < JUST_NOW_MS) return ms <= 0 ? 'just now' : 'in a moment';
  if (size >= DAYS_MS) return undefined;
  return ms < 0 ? `${length(size)} ago` : `in ${length(size)}`;
}

function length(ms: number): string {
  if (ms < HOUR_MS - MINUTE_MS / 2) return `${Math.round(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${Math.round(ms / HOUR_MS)} h`;
  return `${Math.round(ms / DAY_MS)} days`;
}

/** The pieces only: how they are put together differs between versions of the engines. */
interface Formats {
  readonly time: Intl.DateTimeFormat;
  readonly shortDay: Intl.DateTimeFormat;
  readonly longDay: Intl.DateTimeFormat;
  readonly weekday: Intl.DateTimeFormat;
  readonly year: Intl.DateTimeFormat;
}

/** Making a format costs far more than using it. */
const made = new Map<string | undefined, Formats>();

function formats(timeZone: string | undefined): Formats {
  const known = made.get(timeZone);
  if (known) return known;
  const zone = timeZone === undefined ? {} : { timeZone };
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, ...zone });
  const fresh: Formats = {
    time: make({ hour: '2-digit', minute: '2-digit' }),
    shortDay: make({ day: 'numeric', month: 'short' }),
    longDay: make({ day: 'numeric', month: 'long' }),
    weekday: make({ weekday: 'long' }),
    year: make({ year: 'numeric' }),
  };
  made.set(timeZone, fresh);
  return fresh;
}
