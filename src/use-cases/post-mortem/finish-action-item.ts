import type { PostMortemDeps } from './post-mortem-deps.js';
import { withPostMortem } from './with-post-mortem.js';

export type FinishedItem =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'done_before'; readonly at: Date }
  | { readonly outcome: 'no_item' };

/** What was to be changed is changed. Undefined: no such post-mortem. Throws DatabaseAway. */
export function finishActionItem(
  deps: PostMortemDeps,
  {
    postMortem,
    item: id,
    actorId,
  }: { readonly postMortem: number; readonly item: string; readonly actorId: string },
): Promise<FinishedItem | undefined> {
  return withPostMortem(deps, postMortem, (store, view): FinishedItem => {
    const item = view.items.find((each) => each.item.id === id)?.item;
    if (!item) return { outcome: 'no_item' };
    if (item.doneAt) return { outcome: 'done_before', at: item.doneAt };
    const at = deps.clock();
    store.finishActionItem({ id, actorId, at });
    store.changePostMortem({
      postMortem,
      fields: {},
      event: { kind: 'item_done', text: item.text },
      eventId: deps.newId(),
      actorId,
      at,
    });
    return { outcome: 'done' };
  });
}
