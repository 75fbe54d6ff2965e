const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long it was from one moment to the next, as people say it: "4 min", "3 h", "2 days"; undefined under a minute. */
function durationWords(from: Date, to: Date): string | undefined {
  return lengthWords(to.getTime() - from.getTime());
}

/** The same of a length: "12 min", "6 h", "3 days"; undefined under a minute. */
export function lengthWords(ms: number): string | undefined {
  if (ms < MINUTE_MS) return undefined;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS)} days`;
}

/** "after 4 min", "within a minute". */
export function afterWords(from: Date, to: Date): string {
  const words = durationWords(from, to);
  return words === undefined ? 'within a minute' : `after ${words}`;
}
