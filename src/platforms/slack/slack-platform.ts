/** Slack as posting sees it. */
import type { BucketUse, Platform, Target } from '../../posting/platform.js';
import { EDIT_BUCKETS, lookBuckets, OPEN_BUCKETS, postBuckets } from './buckets.js';
import { find, type FindDeps } from './find.js';
import { messageLink, readReference } from './reference.js';
import { MOST_ITEMS } from './render/render-note.js';
import { send, type SendDeps } from './send.js';

interface SlackPlatformDeps extends SendDeps, FindDeps {
  readonly ready: () => boolean;
  /** `https://acme.slack.com/`; undefined while it is not known. */
  readonly workspaceUrl: () => string | undefined;
  /** A channel that cannot be posted to: whoever checks channels looks at it again. */
  readonly channelGone: (channel: string) => void;
}

export function createSlackPlatform(deps: SlackPlatformDeps): Platform {
  return {
    name: 'slack',
    mostInRollUp: MOST_ITEMS,
    linkTo: (reference) => messageLink(reference, deps.workspaceUrl()),
    ready: deps.ready,
    buckets: (target) => bucketsOf(deps, target),
    send: async (call) => {
      const sent = await send(deps, call);
      if (sent.outcome === 'channel_gone' && !call.direct) deps.channelGone(call.channel);
      return sent;
    },
    lookBuckets: ({ thread }) =>
      lookBuckets(thread === undefined ? 'conversations.history' : 'conversations.replies'),
    find: (place, sought) => find(deps, place, sought),
  };
}

function bucketsOf({ directory, directMessages }: SlackPlatformDeps, target: Target): readonly BucketUse[] {
  if (target.edit !== undefined) return EDIT_BUCKETS;
  const thread = target.thread === undefined ? undefined : readReference(target.thread);
  if (thread) return postBuckets(thread.channel);
  if (!target.direct) return postBuckets(directory.known(target.channel) ?? target.channel);
  const known = directMessages.known(target.channel);
  return known === undefined ? [...OPEN_BUCKETS, ...postBuckets(`@${target.channel}`)] : postBuckets(known);
}
