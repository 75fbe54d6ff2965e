import type { PostMortemDeps } from './post-mortem-deps.js';
import { withPostMortem } from './with-post-mortem.js';

export type UnlinkedAlert = {
  /** `lead`: it was opened for this one. */
  readonly outcome: 'done' | 'no_part' | 'lead' | 'completed';
};

/** An alert is no part of a post-mortem after all. Undefined: no such post-mortem. Throws DatabaseAway. */
export function unlinkAlert(
  deps: PostMortemDeps,
  {
    alert,
    postMortem,
    actorId,
  }: { readonly alert: number; readonly postMortem: number; readonly actorId: string },
): Promise<UnlinkedAlert | undefined> {
  return withPostMortem(deps, postMortem, async (store, view): Promise<UnlinkedAlert> => {
    await store.lockAlert(alert);
    const linked = (await store.viewAlert(alert))?.postMortem;
    if (linked !== postMortem) return { outcome: 'no_part' };
    if (view.postMortem.leadAlert === alert) return { outcome: 'lead' };
    if (view.postMortem.state === 'completed') return { outcome: 'completed' };
    const at = deps.clock();
    store.unlinkAlert({ alert, postMortem });
    store.tellAlert({
      alert,
      event: { kind: 'post_mortem_unlinked', postMortem },
      eventId: deps.newId(),
      actorId,
      at,
    });
    store.changePostMortem({
      postMortem,
      fields: {},
      event: { kind: 'alert_unlinked', alert },
      eventId: deps.newId(),
      actorId,
      at,
    });
    return { outcome: 'done' };
  });
}
