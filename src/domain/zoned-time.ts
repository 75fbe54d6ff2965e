/** Between moments and what clocks on the wall show in a time zone. The only place that knows zones; all of it is Intl's. */

export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const DAY_MS = 86_400_000;

/** Whether Intl knows the zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What clocks show there at this moment. Throws RangeError where there is no such zone. */
export function wallClock(at: Date, timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}

/**
 * The moment at which clocks there show this. A time that comes twice is the first of the two; one that is left out in spring is as
 * much later as the clocks are put forward. Days over the end of the month go on into the next.
 */
export function atWallClock(wanted: WallClock, timeZone: string): Date {
  const asUtc = utcOf(wanted);
  const [before, after] = [asUtc - DAY_MS, asUtc + DAY_MS].map(
    (near) => asUtc - offsetMs(new Date(near), timeZone),
  ) as [number, number];
  const fitting = [before, after].filter((at) => at + offsetMs(new Date(at), timeZone) === asUtc);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : before);
}

/** By how much clocks there are before UTC. */
function offsetMs(at: Date, timeZone: string): number {
  const minute = Math.floor(at.getTime() / 60_000) * 60_000;
  return utcOf(wallClock(at, timeZone)) - minute;
}

function utcOf({ year, month, day, hour, minute }: WallClock): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}
