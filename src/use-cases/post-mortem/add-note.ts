import type { PostMortemRefusal } from '../../domain/post-mortem/change.js';
import type { PostMortemDeps } from './post-mortem-deps.js';
import { withPostMortem } from './with-post-mortem.js';

export type AddedNote =
  { readonly outcome: 'done' } | { readonly outcome: 'refused'; readonly reason: PostMortemRefusal };

/** Keeps words that were said elsewhere with the post-mortem. Undefined: no such post-mortem. Throws DatabaseAway. */
export function addNote(
  deps: PostMortemDeps,
  note: {
    readonly postMortem: number;
    readonly text: string;
    readonly saidBy?: string;
    readonly actorId: string;
  },
): Promise<AddedNote | undefined> {
  const { postMortem, text, saidBy, actorId } = note;
  return withPostMortem(deps, postMortem, (store, view): AddedNote => {
    if (view.postMortem.state === 'completed') return { outcome: 'refused', reason: 'completed' };
    store.changePostMortem({
      postMortem,
      fields: {},
      event: { kind: 'noted', text, ...(saidBy !== undefined && { saidBy }) },
      eventId: deps.newId(),
      actorId,
      at: deps.clock(),
    });
    return { outcome: 'done' };
  });
}
