import type { Situation, Verdict } from './change.js';

/** One owner: the first to claim. What slept is awake for them. */
export function claim({ alert, actorId, at }: Situation): Verdict {
  switch (alert.state) {
    case 'open':
      return {
        fields: { state: 'claimed', ownerId: actorId, claimedAt: at, snoozedUntil: null },
        event: { kind: 'claimed' },
      };
    case 'claimed':
      return { refused: alert.ownerId === actorId ? 'already_yours' : 'taken' };
    case 'resolved':
    case 'dismissed':
      return { refused: 'closed' };
  }
}
