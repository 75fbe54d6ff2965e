import type { Change, Situation, Verdict } from './change.js';

/** Hands an open or claimed alert to a named person. */
export function reassign({ alert, at }: Situation, change: Change & { verb: 'reassign' }): Verdict {
  if (alert.state !== 'open' && alert.state !== 'claimed') return { refused: 'closed' };
  if (alert.ownerId === change.to) return { refused: 'unchanged' };
  return {
    fields: { state: 'claimed', ownerId: change.to, claimedAt: at },
    event: {
      kind: 'reassigned',
      to: change.to,
      ...(alert.ownerId !== undefined && { from: alert.ownerId }),
      ...(change.why !== undefined && { why: change.why }),
    },
  };
}
