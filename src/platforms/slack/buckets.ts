/** Which rate-limit buckets a call takes a token from, and which a refusal closes. */
import type { BucketUse } from '../../posting/platform.js';
import { RATES } from './limits.js';

const WORKSPACE = 'slack:post';

export function postBuckets(channel: string): readonly BucketUse[] {
  return [
    { key: channelKey(channel), ...RATES.postsPerChannel },
    { key: WORKSPACE, ...RATES.postsPerWorkspace },
  ];
}

export const EDIT_BUCKETS: readonly BucketUse[] = [{ key: 'slack:chat.update', ...RATES.tier3 }];
export const OPEN_BUCKETS: readonly BucketUse[] = [{ key: 'slack:conversations.open', ...RATES.tier3 }];

/** How our own messages are looked for. */
export type LookMethod = 'conversations.history' | 'conversations.replies';

export function lookBuckets(method: LookMethod): readonly BucketUse[] {
  return [{ key: lookKey(method), ...RATES.tier3 }];
}

export function lookKey(method: LookMethod): string {
  return `slack:${method}`;
}

function channelKey(channel: string): string {
  return `slack:post:${channel}`;
}

/**
 * What a refused post closes: its channel; and the whole workspace when another channel was refused and is still closed,
 * because one channel's limit is then no longer the likely reason.
 */
export function createPostRefusals(
  clock: () => Date,
): (channel: string, afterMs: number) => readonly string[] {
  const closedUntil = new Map<string, number>();
  return (channel, afterMs) => {
    const now = clock().getTime();
    for (const [each, until] of closedUntil) if (until <= now) closedUntil.delete(each);
    const anotherIsClosed = [...closedUntil.keys()].some((each) => each !== channel);
    closedUntil.set(channel, now + afterMs);
    return anotherIsClosed ? [channelKey(channel), WORKSPACE] : [channelKey(channel)];
  };
}
