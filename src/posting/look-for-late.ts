/** Counts and names a first call that landed after all, although the message had been sent again: the one way to a double post. */
import { byPlace } from './by-place.js';
import type { PostingDeps } from './posting-deps.js';
import { targetOf } from './lease-batch.js';
import type { Found } from './platform.js';
import type { Due, ResentMessage } from './posting-store.js';
import { settleLooks, takeLooks } from './take-looks.js';

const AT_ONCE = 500;
/** Looked for when a late message had this many times the time in which they usually settle. */
const LATEST_OF_SETTLES = 4;

export async function lookForLate(deps: PostingDeps): Promise<void> {
  const platforms = deps.platforms.filter((platform) => platform.ready());
  if (platforms.length === 0) return;
  const now = deps.clock();
  const settled = new Date(now.getTime() - LATEST_OF_SETTLES * deps.timing.settleMs);
  const names = platforms.map(({ name }) => name);
  const places = await deps.transaction(async (store) => {
    const resent = await store.resent(names, settled, AT_ONCE);
    const together = byPlace(resent, placeKey);
    const known = [...together.values()].flatMap((messages) => {
      const [first] = messages;
      const platform = platforms.find(({ name }) => name === first?.platform);
      return first && platform ? [{ platform, place: targetOf(first), messages }] : [];
    });
    return takeLooks(store, known, { now, unlimited: deps.timing.unlimited });
  });
  if (places.length === 0) return;
  const looked = await Promise.all(
    places.map(async ({ platform, place, messages }) => {
      const sought = messages.map(({ id, since, posted }) => ({ messageId: id, since, except: posted }));
      return { platform, place, messages, looked: await platform.find(place, sought) };
    }),
  );
  const settledNow = await Promise.all(
    looked.flatMap(({ messages, looked: { found } }) =>
      messages.map((message, index) => settle(deps, message, found[index])),
    ),
  );
  await deps.transaction(async (store) => {
    store.settleResent(settledNow.flat());
    await settleLooks(store, looked, deps.clock());
  });
}

function placeKey(message: ResentMessage): string {
  const { channel, direct, thread } = targetOf(message);
  return JSON.stringify([message.platform, thread ?? channel, direct]);
}

/** The message's id where nothing more is to be looked for; nothing where it could not be looked for now. */
async function settle(
  deps: PostingDeps,
  message: ResentMessage,
  found: Found | undefined,
): Promise<readonly string[]> {
  if (!found || found.outcome === 'later') return [];
  if (found.outcome === 'found') {
    deps.count('twice', message.platform);
    deps.log.error(
      { message: message.id, platform: message.platform, twin: found.reference },
      'a message stands twice: its first call landed late',
    );
    await deps.notice(
      `twice:${message.id}`,
      `${nameOf(message)} stands twice in ${deps.channelName(message.platform, message.channel)}: its first call landed after it had been sent again. Delete the older one (${found.reference}).`,
    );
  }
  return [message.id];
}

function nameOf({ alert, role }: Pick<Due, 'alert' | 'role'>): string {
  if (alert !== undefined) return `CX-${alert}`;
  if (role === 'roll_up') return 'A list of alerts';
  return role === 'reminder' ? 'A reminder' : 'A report';
}
