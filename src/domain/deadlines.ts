import { minutesFrom } from './minutes-from.js';
import type { Deadline, Policy } from './policy.js';
import type { Severity } from './severity.js';

export interface Deadlines {
  readonly respondBy: Date;
  readonly resolveBy: Date;
}

/** By when somebody answers and by when it is resolved, counted from `openedAt`; the customer's tier may shorten it. */
export function deadlines(
  severity: Severity,
  tier: string | undefined,
  openedAt: Date,
  policy: Pick<Policy, 'deadlines' | 'tierDeadlines'>,
): Deadlines {
  const deadline = deadlineFor(severity, tier, policy);
  return {
    respondBy: minutesFrom(openedAt, deadline.respondMinutes),
    resolveBy: minutesFrom(openedAt, deadline.resolveMinutes),
  };
}

/** How long an alert of this severity may take, for a customer of this tier. */
export function deadlineFor(
  severity: Severity,
  tier: string | undefined,
  policy: Pick<Policy, 'deadlines' | 'tierDeadlines'>,
): Deadline {
  const forTier = tier === undefined ? undefined : policy.tierDeadlines[tier.toLowerCase()];
  return forTier?.[severity] ?? policy.deadlines[severity];
}
