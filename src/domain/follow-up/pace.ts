import { deadlineFor } from '../deadlines.js';
import type { Deadline, Policy } from '../policy.js';
import type { Severity } from '../severity.js';
import { silentAfter } from './silence.js';

/** How much time an alert is given. */
export interface Pace {
  readonly deadline: Deadline;
  /** How long its owner may do nothing before they are asked; undefined: for ever. */
  readonly silentAfterMinutes: number | undefined;
}

/** As configured for the severity and the tier of the account. */
export function paceFor(
  severity: Severity,
  tier: string | undefined,
  policy: Pick<Policy, 'deadlines' | 'tierDeadlines' | 'silentAfterMinutes'>,
): Pace {
  return {
    deadline: deadlineFor(severity, tier, policy),
    silentAfterMinutes: silentAfter(severity, policy),
  };
}
