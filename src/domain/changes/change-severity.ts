import { deadlines } from '../deadlines.js';
import type { Policy } from '../policy.js';
import type { Change, Situation, Verdict } from './change.js';

/** Another severity, and the deadlines that go with it, counted from when the alert was opened. */
export function changeSeverity(
  { alert }: Situation,
  change: Change & { verb: 'change_severity' },
  { tier, policy }: { readonly tier?: string | undefined; readonly policy: Policy },
): Verdict {
  if (alert.state !== 'open' && alert.state !== 'claimed') return { refused: 'closed' };
  if (alert.severity === change.to) return { refused: 'unchanged' };
  return {
    fields: { severity: change.to, ...deadlines(change.to, tier, alert.openedAt, policy) },
    event: {
      kind: 'severity_changed',
      from: alert.severity,
      to: change.to,
      ...(change.why !== undefined && { why: change.why }),
    },
  };
}
