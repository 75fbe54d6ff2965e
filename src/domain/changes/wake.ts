import { ownedBy } from './owned-by.js';
import type { Situation, Verdict } from './change.js';

/** A snoozed alert is awake before its time. */
export function wake(situation: Situation): Verdict {
  const refusal = situation.alert.state === 'open' ? undefined : ownedBy(situation);
  if (refusal) return refusal;
  if (situation.alert.snoozedUntil === undefined) return { refused: 'unchanged' };
  return { fields: { snoozedUntil: null }, event: { kind: 'woken' } };
}
