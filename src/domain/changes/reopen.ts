import { deadlines } from '../deadlines.js';
import type { Policy } from '../policy.js';
import type { Change, Situation, Verdict } from './change.js';

/** A resolved alert was not: it is open again, for anybody to claim, and its time begins anew. */
export function reopen(
  { alert, at }: Situation,
  change: Change & { verb: 'reopen' },
  { tier, policy }: { readonly tier?: string | undefined; readonly policy: Policy },
): Verdict {
  if (alert.state !== 'resolved') return { refused: alert.state === 'dismissed' ? 'closed' : 'not_closed' };
  return {
    fields: {
      state: 'open',
      ownerId: null,
      claimedAt: null,
      closedAt: null,
      closedBy: null,
      outcome: null,
      rootCause: null,
      closingNote: null,
      respondMissedAt: null,
      resolveMissedAt: null,
      contactedAt: null,
      ...deadlines(alert.severity, tier, at, policy),
    },
    event: { kind: 'reopened', ...(change.why !== undefined && { why: change.why }) },
  };
}
