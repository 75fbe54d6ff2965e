/** Counts and names a first call that landed after all, although the message had been sent again: the one way to a double post. */
import type { PostingDeps } from './create-posting.js';
import { targetOf } from './lease-batch.js';
import type { Due, ResentMessage } from './posting-store.js';

const AT_ONCE = 20;
/** Looked for when a late message had this many times the time in which they usually settle. */
const LATEST_OF_SETTLES = 4;

export async function lookForLate(deps: PostingDeps): Promise<void> {
  const names = deps.platforms.filter((platform) => platform.ready()).map(({ name }) => name);
  const settled = new Date(deps.clock().getTime() - LATEST_OF_SETTLES * deps.timing.settleMs);
  const resent =
    names.length > 0 ? await deps.transaction((store) => store.resent(names, settled, AT_ONCE)) : [];
  if (resent.length === 0) return;
  const settledNow = await Promise.all(resent.map((message) => look(deps, message)));
  await deps.transaction((store) => {
    store.settleResent(settledNow.flat());
  });
}

/** The message's id where nothing more is to be looked for; nothing where it could not be looked for now. */
async function look(deps: PostingDeps, message: ResentMessage): Promise<readonly string[]> {
  const platform = deps.platforms.find(({ name }) => name === message.platform);
  const found = await platform?.find({ ...targetOf(message), since: message.since, except: message.posted });
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
