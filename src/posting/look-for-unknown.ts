/** Settles messages whose call ended without an answer, all of a place by one look: found and adopted, sent again, or shown as unconfirmed. */
import { byPlace } from './by-place.js';
import type { PostingDeps } from './posting-deps.js';
import { targetOf } from './lease-batch.js';
import type { Found, Looked, Platform } from './platform.js';
import type { Look, UnknownMessage } from './posting-store.js';
import { type PlaceToLook, settleLooks, takeLooks } from './take-looks.js';

/** The rates for looks allow for far fewer; those of one method must not keep another's waiting. */
const MOST_PLACES = 500;
/** Keeps a statement well under what the embedded database may be held up by. */
const MOST_MESSAGES = 2_000;

interface PlaceWithUnknown extends PlaceToLook {
  readonly key: string;
}

export async function lookForUnknown(deps: PostingDeps): Promise<void> {
  const ready = deps.platforms.filter((platform) => platform.ready());
  if (ready.length === 0) return;
  const { places, unknown, token } = await leaseUnknown(deps, ready);
  const looked = await Promise.all(places.map((place) => look(place, unknown.get(place.key) ?? [])));
  const looks = looked.flatMap(({ messages, looked: { found } }) =>
    messages.map((message, index) => ({
      message,
      look: { id: message.id, token, ...judge(found[index], message, deps.clock(), deps.timing.settleMs) },
    })),
  );
  if (looks.length === 0) return;
  await deps.transaction(async (store) => {
    const now = deps.clock();
    store.recordLooks(
      looks.map((each) => each.look),
      now,
    );
    await settleLooks(store, looked, now);
  });
  for (const each of looks) report(deps, each.look, each.message);
}

async function leaseUnknown(
  { transaction, clock, newId, timing }: PostingDeps,
  platforms: readonly Platform[],
): Promise<{
  readonly places: readonly PlaceWithUnknown[];
  readonly unknown: ReadonlyMap<string, readonly UnknownMessage[]>;
  readonly token: string;
}> {
  const now = clock();
  const token = newId();
  const lease = { token, until: new Date(now.getTime() + timing.leaseMs), now };
  const byName = new Map(platforms.map((platform) => [platform.name, platform]));
  return transaction(async (store) => {
    const waiting = await store.unknownPlaces([...byName.keys()], now, MOST_PLACES);
    const known = waiting.flatMap(({ key, platform: name, message }) => {
      const platform = byName.get(name);
      return platform ? [{ key, platform, place: targetOf(message) }] : [];
    });
    const places = await takeLooks(store, known, { now, unlimited: timing.unlimited });
    if (places.length === 0) return { places, unknown: new Map<string, readonly UnknownMessage[]>(), token };
    const keys = places.map(({ key }) => key);
    const unknown = byPlace(await store.leaseUnknown(keys, lease, MOST_MESSAGES), ({ place }) => place);
    return { places, unknown, token };
  });
}

async function look(
  at: PlaceWithUnknown,
  messages: readonly UnknownMessage[],
): Promise<PlaceWithUnknown & { readonly messages: readonly UnknownMessage[]; readonly looked: Looked }> {
  const sought = messages.map(({ id, since }) => ({ messageId: id, since }));
  const looked = sought.length > 0 ? await at.platform.find(at.place, sought) : { found: [], calls: 0 };
  return { ...at, messages, looked };
}

const RETRY_LOOK_MS = 5_000;

/**
 * A message may appear after its call was given up, so that it takes two looks in vain, the second after it had time to settle,
 * before it is sent again.
 */
function judge(
  found: Found | undefined,
  { looks }: Pick<UnknownMessage, 'looks'>,
  now: Date,
  settleMs: number,
): Omit<Look, 'id' | 'token'> {
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  if (!found) return { result: 'again', looks, notBefore: after(RETRY_LOOK_MS), why: 'not looked for' };
  switch (found.outcome) {
    case 'found':
      return { result: 'found', reference: found.reference, looks: looks + 1, notBefore: now };
    case 'not_found':
      return looks === 0
        ? { result: 'again', looks: 1, notBefore: after(settleMs), why: 'not found yet; it may still appear' }
        : { result: 'resend', looks: looks + 1, notBefore: now };
    case 'later':
      return { result: 'again', looks, notBefore: after(found.afterMs ?? RETRY_LOOK_MS), why: found.why };
    case 'impossible':
      return { result: 'unconfirmed', looks, notBefore: NEVER, why: `unconfirmed: ${found.why}` };
  }
}

/** Only a person's retry takes an unconfirmed message up again. */
const NEVER = new Date('9999-12-31T00:00:00Z');

function report(deps: PostingDeps, { result, looks }: Look, message: UnknownMessage): void {
  const where = { message: message.id, platform: message.platform, looks };
  switch (result) {
    case 'found':
      deps.count('adopted', message.platform);
      deps.log.info(where, 'a message of unknown outcome was found posted');
      return;
    case 'resend':
      deps.count('resent', message.platform);
      deps.log.info(where, 'a message of unknown outcome is nowhere and is sent again');
      return;
    case 'unconfirmed':
      deps.count('unconfirmed', message.platform);
      deps.log.warn(
        where,
        'whether a message was posted cannot be found out: it is listed on the desk as unconfirmed',
      );
      return;
    case 'again':
      return;
  }
}
