/**
 * The moment so many minutes after `at`, or before it where they are negative. Every deadline is counted here: in calendar time, and
 * in working hours once teams have them.
 */
export function minutesFrom(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
