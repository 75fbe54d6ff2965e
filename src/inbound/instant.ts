const ISO_WITH_ZONE =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:[Zz]|([+-])(\d\d):?(\d\d))$/u;

/** The moment that an ISO 8601 date and time with a zone names, to the millisecond (some senders write nine decimals). */
export function parseInstant(text: string): Date | undefined {
  const match = ISO_WITH_ZONE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  const [zoneHour, zoneMinute] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  const isDay = month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysIn(year, month));
  if (!isDay || hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59) return undefined;
  const millisecond = Math.trunc(Number(`0.${match[7] ?? 0}`) * 1000);
  const east = (match[8] === '-' ? -1 : 1) * (zoneHour * 60 + zoneMinute);
  return new Date(Date.UTC(year, month - 1, day, hour, minute - east, second, millisecond));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const EARLIEST_MS = Date.UTC(2000, 0, 1);
const LATEST_AHEAD_MS = 24 * 3_600_000;

/** Whether something can have happened then: from the year 2000 to a day from now, as clocks differ. */
export function isPlausible(at: Date, now: Date): boolean {
  return at.getTime() >= EARLIEST_MS && at.getTime() <= now.getTime() + LATEST_AHEAD_MS;
}
