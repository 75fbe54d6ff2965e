/** Which rate-limit buckets a call takes a token from, and which a refusal closes. */
import type { BucketUse, Target } from '../../posting/platform.js';
import { RATES } from './limits.js';
import { readReference, withoutThread } from './reference.js';

const TENANT = 'teams:tenant';

/** Posts, replies and edits alike: the page on limits lets every request count. */
export function bucketsOf(target: Target): readonly BucketUse[] {
  const conversation = conversationKey(target);
  return [
    { key: conversation, ...RATES.conversation },
    { key: `${conversation}:hour`, ...RATES.conversationHour },
    { key: TENANT, ...RATES.tenant },
  ];
}

/** The limits are those of the whole channel, whichever thread of it a message goes to. */
function conversationKey({ channel, direct, edit, thread }: Target): string {
  if (direct) return `teams:@${channel}`;
  const reference = readReference(edit ?? thread ?? '');
  return `teams:${withoutThread(reference?.conversation ?? channel)}`;
}

/**
 * What a refused call closes: its conversation; and the whole tenant when another conversation was refused and is still closed,
 * because one conversation's limit is then no longer the likely reason. The hour's bucket stays as it is: closing one empties it.
 */
export function createRefusals(clock: () => Date): (target: Target, afterMs: number) => readonly string[] {
  const closedUntil = new Map<string, number>();
  return (target, afterMs) => {
    const now = clock().getTime();
    const key = conversationKey(target);
    for (const [each, until] of closedUntil) if (until <= now) closedUntil.delete(each);
    const anotherIsClosed = [...closedUntil.keys()].some((each) => each !== key);
    closedUntil.set(key, now + afterMs);
    return anotherIsClosed ? [key, TENANT] : [key];
  };
}
