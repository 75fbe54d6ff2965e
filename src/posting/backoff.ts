const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/** How long to wait after the given attempt (from 1) failed: doubling from half a second to a minute, never giving up. */
export function backoffMs(attempt: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(10, Math.max(0, attempt)));
}
