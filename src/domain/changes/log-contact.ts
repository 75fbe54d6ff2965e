import { promiseReached } from '../follow-up/promise.js';
import { ownedBy } from './owned-by.js';
import type { AlertFields, Change, Situation, Verdict } from './change.js';

/** An attempt of the owner to speak with the customer. Whoever was reached has been answered, and a promise to them is settled. */
export function logContact(situation: Situation, change: Change & { verb: 'log_contact' }): Verdict {
  const refusal = ownedBy(situation);
  if (refusal) return refusal;
  const { alert, at } = situation;
  const { channel, result, note, next } = change;
  const settled = result === 'reached' ? alert.promisedAt : undefined;
  const fields: AlertFields = {
    nextContactAt: next ?? null,
    ...(result !== 'no_answer' && alert.contactedAt === undefined && { contactedAt: at }),
    ...(settled && { promisedAt: null, promiseZone: null }),
  };
  return {
    fields,
    event: {
      kind: 'contacted',
      channel,
      result,
      ...(note !== undefined && { note }),
      ...(next && { next: next.toISOString() }),
      ...(settled && { promise: { due: settled.toISOString(), outcome: promiseReached(settled, at) } }),
    },
  };
}
