import { promiseAtClose } from '../follow-up/promise.js';
import { ownedBy } from './owned-by.js';
import { NOTHING_DUE } from './nothing-due.js';
import type { Change, Situation, Verdict } from './change.js';

/** Not an issue: anybody may say so of an open alert, only the owner of a claimed one. */
export function dismiss(situation: Situation, change: Change & { verb: 'dismiss' }): Verdict {
  const refusal = situation.alert.state === 'open' ? undefined : ownedBy(situation);
  const { dismissal, note } = change;
  return (
    refusal ?? {
      fields: {
        state: 'dismissed',
        closedAt: situation.at,
        closedBy: situation.actorId,
        ...NOTHING_DUE,
        dismissal,
        closingNote: note ?? null,
      },
      event: {
        kind: 'dismissed',
        dismissal,
        ...(note !== undefined && { note }),
        ...promiseAtClose(situation.alert, situation.at, false),
      },
    }
  );
}
