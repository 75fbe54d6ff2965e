import type { Refused, Situation } from './change.js';

/** The refusal of a verb that only the owner of a claimed alert has; undefined where the actor owns it. */
export function ownedBy({ alert, actorId }: Situation): Refused | undefined {
  switch (alert.state) {
    case 'open':
      return { refused: 'not_claimed' };
    case 'claimed':
      return alert.ownerId === actorId ? undefined : { refused: 'taken' };
    case 'resolved':
    case 'dismissed':
      return { refused: 'closed' };
  }
}
