import type { Amendment } from '../domain/answer.js';
import { contactsAt, isContact } from '../domain/contacts.js';
import type { Concern } from '../domain/plan-alerts.js';
import type { Score } from '../domain/score.js';
import type { Signal } from '../domain/signal.js';
import type { HeardBefore, SignalVerdict, TriageStore } from './triage-store.js';

interface InBatch {
  readonly source: string;
  readonly signal: Signal;
  readonly verdict: Pick<SignalVerdict, 'signalId' | 'customerId'>;
}

/** Each with the customer's score before and their contacts of late: those in the database, and those of this batch. */
export async function withHeardBefore(
  store: Pick<TriageStore, 'heardBefore'>,
  concerns: readonly Concern[],
  {
    batch,
    newcomers,
  }: {
    readonly batch: readonly InBatch[];
    /** Customers who said nothing before this batch. */
    readonly newcomers: ReadonlySet<string>;
  },
): Promise<readonly Concern[]> {
  const asked = concerns.flatMap(({ signalId, customerId, signal: { occurredAt, score } }) =>
    customerId === undefined || newcomers.has(customerId)
      ? []
      : [{ signalId, customerId, occurredAt, score }],
  );
  const before = asked.length > 0 ? await store.heardBefore(asked) : new Map<string, HeardBefore>();
  const moments = contactsOfBatch(batch);
  return concerns.map((concern) => {
    const { signalId, customerId, signal } = concern;
    if (customerId === undefined) return concern;
    const { score, contacts } = before.get(signalId) ?? {};
    return {
      ...concern,
      previousScore: scoreBefore(concern.amendment, score),
      contacts: contactsAt(signal.occurredAt, contacts, moments.get(customerId) ?? []),
    };
  });
}

/** What the answer itself was before; where only words came, its card says already what stood before it. */
function scoreBefore(amendment: Amendment | undefined, otherAnswer: Score | undefined): Score | undefined {
  return amendment?.rated?.was ?? (amendment?.before.alert === undefined ? otherAnswer : undefined);
}

/** When the customers of a batch spoke in it, by customer; once for each answer or post, however often it was sent. */
function contactsOfBatch(batch: readonly InBatch[]): ReadonlyMap<string, readonly Date[]> {
  const moments = new Map<string, Date[]>();
  const entries = new Set<string>();
  for (const { source, signal, verdict } of batch) {
    if (verdict.customerId === undefined || !isContact(signal)) continue;
    const entry = `${verdict.customerId} ${signal.externalId === undefined ? verdict.signalId : `${source} ${signal.externalId}`}`;
    if (entries.has(entry)) continue;
    entries.add(entry);
    const known = moments.get(verdict.customerId);
    if (known) known.push(signal.occurredAt);
    else moments.set(verdict.customerId, [signal.occurredAt]);
  }
  return moments;
}
