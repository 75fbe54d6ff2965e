import type { Policy } from './policy.js';
import type { Severity } from './severity.js';

export interface Deadlines {
  readonly respondBy: Date;
  readonly resolveBy: Date;
}

/** By when somebody answers and by when it is resolved, in calendar time from `openedAt`; the customer's tier may shorten it. */
export function deadlines(
  severity: Severity,
  tier: string | undefined,
  openedAt: Date,
  policy: Policy,
): Deadlines {
  const forTier = tier === undefined ? undefined : policy.tierDeadlines[tier.toLowerCase()];
  const deadline = forTier?.[severity] ?? policy.deadlines[severity];
  return {
    respondBy: minutesAfter(openedAt, deadline.respondMinutes),
    resolveBy: minutesAfter(openedAt, deadline.resolveMinutes),
  };
}

function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}
