import type { Policy } from '../policy.js';
import type { Severity } from '../severity.js';

const HOUR = 60;

/** How long an owner may do nothing about an alert before they are asked, where nothing else is configured; slower than the deadlines, so that both seldom speak at once. */
export const SILENT_AFTER_MINUTES: Readonly<Record<Severity, number>> = {
  critical: 2 * HOUR,
  high: 8 * HOUR,
  normal: 24 * HOUR,
  low: 72 * HOUR,
};

/** Undefined: never asked. */
export function silentAfter(
  severity: Severity,
  { silentAfterMinutes = SILENT_AFTER_MINUTES }: Pick<Policy, 'silentAfterMinutes'>,
): number | undefined {
  return silentAfterMinutes[severity];
}

/** Asked this often, each time after as long again; then it is for others to see. */
export const MOST_ASKED = 5;
