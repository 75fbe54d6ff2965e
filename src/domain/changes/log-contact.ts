import { promiseReached } from '../follow-up/promise.js';
import { ownedBy } from './owned-by.js';
import type { AlertFields, Change, Situation, Verdict } from './change.js';

/** An attempt of the owner to speak with the customer. Whoever answered, be it that they did not want to talk, has been called back as promised. */
export function logContact(situation: Situation, change: Change & { verb: 'log_contact' }): Verdict {
  const refusal = ownedBy(situation);
  if (refusal) return refusal;
  const { alert, at } = situation;
  const { channel, result, note, next } = change;
  const answered = result !== 'no_answer';
  const settled = answered ? alert.promisedAt : undefined;
  const fields: AlertFields = {
    nextContactAt: next ?? null,
    ...(answered && alert.contactedAt === undefined && { contactedAt: at }),
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
