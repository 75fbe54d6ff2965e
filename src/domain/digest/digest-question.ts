/** Of which time the digest of a day tells: the same whenever it is asked, so that it can be read again. */
import type { Span } from '../figures/period.js';
import { type Day, daysAfter, momentOf, startOfDay } from '../zoned-time.js';
import type { AudienceKind, ZonedAudience } from './audience.js';
import { runBefore } from './schedule.js';

export interface DigestQuestion {
  readonly audience: string;
  readonly kind: AudienceKind;
  /** Empty: all. */
  readonly teams: readonly string[];
  readonly day: Day;
  readonly timeZone: string;
  /** Seven days; both are within. */
  readonly span: Span & { readonly kind: 'between' };
  /** What happened since is news: the digest before this one ended there. */
  readonly newsSince: Date;
  /** How things stood at that moment is what it tells. */
  readonly asOf: Date;
}

export const DIGEST_DAYS = 7;
/** A digest that is read before noon tells of the days that are over; one that is read later, of its own day too. */
const NOON_MINUTES = 12 * 60;

export function digestQuestion(audience: ZonedAudience, day: Day): DigestQuestion {
  const { name, kind, teams, minutes, timeZone } = audience;
  const last = minutes < NOON_MINUTES ? daysAfter(day, -1) : day;
  return {
    audience: name,
    kind,
    teams,
    day,
    timeZone,
    span: { kind: 'between', first: daysAfter(last, 1 - DIGEST_DAYS), last },
    newsSince: endOf(audience, runBefore(audience, day).day),
    asOf: momentOf(day, minutes, timeZone),
  };
}

/** Up to when the digest of `day` counts. */
function endOf({ minutes, timeZone }: ZonedAudience, day: Day): Date {
  return minutes < NOON_MINUTES ? startOfDay(day, timeZone) : momentOf(day, minutes, timeZone);
}
