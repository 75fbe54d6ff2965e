import { ownedBy } from './owned-by.js';
import type { Situation, Verdict } from './change.js';

/** The owner has not forgotten it. */
export function stillOnIt(situation: Situation): Verdict {
  return ownedBy(situation) ?? { fields: {}, event: { kind: 'still_on_it' } };
}
