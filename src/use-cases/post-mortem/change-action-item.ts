import { nextNudge } from '../../domain/post-mortem/next-nudge.js';
import type { Day } from '../../domain/zoned-time.js';
import type { FinishedItem } from './finish-action-item.js';
import type { PostMortemDeps } from './post-mortem-deps.js';
import { withPostMortem } from './with-post-mortem.js';

export interface ItemChange {
  readonly postMortem: number;
  readonly item: string;
  readonly actorId: string;
  /** What is absent stays as it is. */
  readonly ownerId?: string;
  readonly dueOn?: Day;
  /** IANA name, by staff id: in whose mornings the owner is reminded. */
  readonly timeZoneOf: (staffId: string) => string;
}

/** Another owner, another day, or both; whoever has it is reminded by the new day. Undefined: no such post-mortem. Throws DatabaseAway. */
export function changeActionItem(
  deps: PostMortemDeps,
  { postMortem, item: id, actorId, timeZoneOf, ...given }: ItemChange,
): Promise<FinishedItem | { readonly outcome: 'unchanged' } | undefined> {
  return withPostMortem<FinishedItem | { readonly outcome: 'unchanged' }>(deps, postMortem, (store, view) => {
    const item = view.items.find((each) => each.item.id === id)?.item;
    if (!item) return { outcome: 'no_item' };
    if (item.doneAt) return { outcome: 'done_before', at: item.doneAt };
    const { ownerId = item.ownerId, dueOn = item.dueOn } = given;
    const [newOwner, newDay] = [ownerId !== item.ownerId, dueOn !== item.dueOn];
    if (!newOwner && !newDay) return { outcome: 'unchanged' };
    const at = deps.clock();
    const nudgeAt = nextNudge({ dueOn, after: at, timeZone: timeZoneOf(ownerId) });
    store.changeActionItem({ id, ownerId, dueOn, nudgeAt });
    store.changePostMortem({
      postMortem,
      fields: {},
      event: {
        kind: 'item_changed',
        text: item.text,
        ...(newOwner && { owner: ownerId }),
        ...(newDay && { dueOn }),
      },
      eventId: deps.newId(),
      actorId,
      at,
    });
    return { outcome: 'done' };
  });
}
