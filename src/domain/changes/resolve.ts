import type { Outcome } from '../alert.js';
import { promiseAtClose } from '../follow-up/promise.js';
import { ownedBy } from './owned-by.js';
import { NOTHING_DUE } from './nothing-due.js';
import type { Change, Situation, Verdict } from './change.js';

/** Outcomes that nobody knows without having spoken with the customer. */
const SPOKEN_WITH: ReadonlySet<Outcome> = new Set(['recovered', 'partly', 'not_recoverable']);

/** The owner closes it with what came of it and what caused it. */
export function resolve(situation: Situation, change: Change & { verb: 'resolve' }): Verdict {
  const { outcome, rootCause, note } = change;
  return (
    ownedBy(situation) ?? {
      fields: {
        state: 'resolved',
        closedAt: situation.at,
        closedBy: situation.actorId,
        ...NOTHING_DUE,
        outcome,
        rootCause,
        closingNote: note ?? null,
      },
      event: {
        kind: 'resolved',
        outcome,
        rootCause,
        ...(note !== undefined && { note }),
        ...promiseAtClose(situation.alert, situation.at, SPOKEN_WITH.has(outcome)),
      },
    }
  );
}
