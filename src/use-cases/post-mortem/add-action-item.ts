import type { ActionItem } from '../../domain/post-mortem/action-item.js';
import { nextNudge } from '../../domain/post-mortem/next-nudge.js';
import type { PostMortemDeps } from './post-mortem-deps.js';
import { withPostMortem } from './with-post-mortem.js';

export interface NewActionItem extends Pick<
  ActionItem,
  'postMortem' | 'text' | 'ownerId' | 'dueOn' | 'partner' | 'tracker'
> {
  readonly actorId: string;
  /** IANA name: in whose mornings its owner is reminded. */
  readonly timeZone: string;
}

/** Something that will be changed; its owner hears of it in time. Undefined: no such post-mortem. Throws DatabaseAway. */
export function addActionItem(
  deps: PostMortemDeps,
  { actorId, timeZone, ...given }: NewActionItem,
): Promise<{ readonly outcome: 'done' } | undefined> {
  const { postMortem, text, ownerId, dueOn } = given;
  return withPostMortem(deps, postMortem, (store) => {
    const at = deps.clock();
    const nudgeAt = nextNudge({ dueOn, after: at, timeZone });
    store.addActionItem({ ...given, id: deps.newId(), addedAt: at, nudgeAt });
    store.changePostMortem({
      postMortem,
      fields: {},
      event: { kind: 'item_added', text, owner: ownerId, dueOn },
      eventId: deps.newId(),
      actorId,
      at,
    });
    return { outcome: 'done' } as const;
  });
}
