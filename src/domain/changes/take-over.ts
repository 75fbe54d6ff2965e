import type { Change, Situation, Verdict } from './change.js';

/** Another person becomes the owner and says why. */
export function takeOver({ alert, actorId, at }: Situation, change: Change & { verb: 'take_over' }): Verdict {
  if (alert.state === 'open') return { refused: 'not_claimed' };
  if (alert.state !== 'claimed' || alert.ownerId === undefined) return { refused: 'closed' };
  if (alert.ownerId === actorId) return { refused: 'already_yours' };
  return {
    fields: { ownerId: actorId, claimedAt: at },
    event: { kind: 'taken_over', from: alert.ownerId, why: change.why },
  };
}
