import { ownedBy } from './owned-by.js';
import type { Situation, Verdict } from './change.js';

/** The owner gives it back to the team. */
export function release(situation: Situation): Verdict {
  return (
    ownedBy(situation) ?? {
      fields: { state: 'open', ownerId: null, claimedAt: null },
      event: { kind: 'released' },
    }
  );
}
