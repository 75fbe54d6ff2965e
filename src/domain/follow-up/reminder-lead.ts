const LEAST_MINUTES = 5;
const MOST_MINUTES = 24 * 60;

/** How many minutes before a deadline its owner is reminded: a quarter of the time it gives, from five minutes to a day. */
export function reminderLead(givenMinutes: number): number {
  return Math.min(MOST_MINUTES, Math.max(LEAST_MINUTES, Math.round(givenMinutes / 4)));
}
