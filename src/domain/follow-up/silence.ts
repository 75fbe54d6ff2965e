import type { Policy } from '../policy.js';
import { minutesFrom } from '../minutes-from.js';
import { SEVERITIES, type Severity } from '../severity.js';

const HOUR = 60;

/** How long an owner may do nothing about an alert before they are asked, where nothing else is configured; slower than the deadlines, so that both seldom speak at once. */
export const SILENT_AFTER_MINUTES: Readonly<Record<Severity, number>> = {
  critical: 2 * HOUR,
  high: 8 * HOUR,
  normal: 24 * HOUR,
  low: 72 * HOUR,
};

/** What was configured of it. */
export type Silence = Pick<Policy, 'silentAfterMinutes'>;

/** Undefined: never asked. */
export function silentAfter(
  severity: Severity,
  { silentAfterMinutes = SILENT_AFTER_MINUTES }: Silence,
): number | undefined {
  return silentAfterMinutes[severity];
}

/** An alert is silent whose owner did nothing after the moment of its severity; where there is none it never is. */
export type SilentSince = Readonly<Partial<Record<Severity, Date>>>;

export function silentSince(at: Date, silence: Silence): SilentSince {
  return Object.fromEntries(
    SEVERITIES.flatMap((severity) => {
      const minutes = silentAfter(severity, silence);
      return minutes === undefined ? [] : [[severity, minutesFrom(at, -minutes)]];
    }),
  );
}

/** Asked this often, each time after as long again; then it is for others to see. */
export const MOST_ASKED = 5;
