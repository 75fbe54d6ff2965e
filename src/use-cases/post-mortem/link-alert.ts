import type { PostMortemRefusal } from '../../domain/post-mortem/change.js';
import type { PostMortemDeps } from './post-mortem-deps.js';
import { withPostMortem } from './with-post-mortem.js';

export type LinkedAlert =
  | { readonly outcome: 'done' | 'there_before' }
  | { readonly outcome: 'no_alert' }
  | { readonly outcome: 'part_of_another'; readonly postMortem: number }
  | { readonly outcome: 'refused'; readonly reason: PostMortemRefusal };

/** One more alert becomes part of a post-mortem. Undefined: no such post-mortem. Throws DatabaseAway. */
export function linkAlert(
  deps: PostMortemDeps,
  {
    alert,
    postMortem,
    actorId,
  }: { readonly alert: number; readonly postMortem: number; readonly actorId: string },
): Promise<LinkedAlert | undefined> {
  return withPostMortem(deps, postMortem, async (store, view): Promise<LinkedAlert> => {
    if (!(await store.lockAlert(alert))) return { outcome: 'no_alert' };
    const linked = (await store.viewAlert(alert))?.postMortem;
    if (linked === postMortem) return { outcome: 'there_before' };
    if (linked !== undefined) return { outcome: 'part_of_another', postMortem: linked };
    if (view.postMortem.state === 'completed') return { outcome: 'refused', reason: 'completed' };
    const at = deps.clock();
    store.linkAlert({ alert, postMortem, at });
    store.tellAlert({
      alert,
      event: { kind: 'post_mortem_linked', postMortem },
      eventId: deps.newId(),
      actorId,
      at,
    });
    store.changePostMortem({
      postMortem,
      fields: {},
      event: { kind: 'alert_linked', alert },
      eventId: deps.newId(),
      actorId,
      at,
    });
    return { outcome: 'done' };
  });
}
