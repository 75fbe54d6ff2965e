import type { SeenCard } from '../../../use-cases/adopt-card.js';
import type { Acted } from '../receive/asked.js';
import { referenceText, rootOf, withoutThread } from '../reference.js';
import { isOnPostMortem } from '../render/action-data.js';

/** The card in a channel on which something was pressed: it stands there, even where Teams broke off before it said so. */
export function seenCard({ data, threadId, onActivity }: Acted): SeenCard | undefined {
  // Below the first message of a thread stand lines and answers, which may have buttons as well.
  if (
    data.kind === 'share' ||
    data.kind === 'mine' ||
    ('on' in data && data.on === 'roll_up') ||
    data.kind === 'telling' ||
    isOnPostMortem(data) ||
    onActivity === undefined ||
    rootOf(threadId) !== onActivity
  )
    return undefined;
  return {
    platform: 'teams',
    channel: withoutThread(threadId),
    alert: data.alert,
    reference: referenceText({ conversation: threadId, activity: onActivity }),
  };
}
