import { ownedBy } from './owned-by.js';
import type { Change, Situation, Verdict } from './change.js';

/** Nothing is said of it until then: anybody may say so of an open alert, only the owner of a claimed one. */
export function snooze(situation: Situation, { until }: Change & { verb: 'snooze' }): Verdict {
  const refusal = situation.alert.state === 'open' ? undefined : ownedBy(situation);
  return (
    refusal ?? {
      fields: { snoozedUntil: until, snoozedBy: situation.actorId },
      event: { kind: 'snoozed', until: until.toISOString() },
    }
  );
}
