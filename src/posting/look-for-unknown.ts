/** Settles messages whose call ended without an answer: found and adopted, sent again, or shown as unconfirmed. */
import type { PostingDeps } from './create-posting.js';
import { targetOf } from './lease-batch.js';
import type { Found, Platform } from './platform.js';
import type { Look, UnknownMessage } from './posting-store.js';

const AT_ONCE = 20;

export async function lookForUnknown(deps: PostingDeps): Promise<void> {
  const ready = deps.platforms.filter((platform) => platform.ready());
  if (ready.length === 0) return;
  const now = deps.clock();
  const token = deps.newId();
  const until = new Date(now.getTime() + deps.timing.leaseMs);
  const names = ready.map(({ name }) => name);
  const unknown = await deps.transaction((store) => store.unknown(names, { token, until, now }, AT_ONCE));
  if (unknown.length === 0) return;
  const looks = await Promise.all(unknown.map((message) => look(deps, ready, message, token)));
  await deps.transaction((store) => {
    store.recordLooks(looks, deps.clock());
  });
  looks.forEach((each, index) => report(deps, each, unknown[index]));
}

async function look(
  deps: PostingDeps,
  platforms: readonly Platform[],
  message: UnknownMessage,
  token: string,
): Promise<Look> {
  const platform = platforms.find(({ name }) => name === message.platform);
  const found: Found = platform
    ? await platform.find({ ...targetOf(message), since: message.since })
    : { outcome: 'later', why: 'the platform is not connected' };
  return { id: message.id, token, ...judge(found, message, deps.clock(), deps.timing.settleMs) };
}

const RETRY_LOOK_MS = 5_000;

/**
 * A message may appear after its call was given up, so that it takes two looks in vain, the second after it had time to settle,
 * before it is sent again.
 */
function judge(
  found: Found,
  { looks }: Pick<UnknownMessage, 'looks'>,
  now: Date,
  settleMs: number,
): Omit<Look, 'id' | 'token'> {
  const after = (ms: number): Date => new Date(now.getTime() + ms);
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

function report(deps: PostingDeps, { result, looks }: Look, message: UnknownMessage | undefined): void {
  if (!message) return;
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
