import { ownedBy } from './owned-by.js';
import type { Change, Situation, Verdict } from './change.js';

/** The owner has promised the customer to call back; a new promise takes the place of one that is not settled yet. */
export function promise(situation: Situation, { due, timeZone }: Change & { verb: 'promise' }): Verdict {
  return (
    ownedBy(situation) ?? {
      fields: { promisedAt: due, promiseZone: timeZone },
      event: { kind: 'promised', due: due.toISOString(), timeZone },
    }
  );
}
