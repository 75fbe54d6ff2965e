/** Every change of a post-mortem begins alike: it is locked, read as it stands, and whoever looks on is told after the commit. */
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import type { PostMortemDeps } from './post-mortem-deps.js';
import type { PostMortemStore } from './post-mortem-store.js';

/** `changed`: whether `work` wrote something. Undefined where there is no such post-mortem. Throws DatabaseAway. */
export async function withPostMortem<Result extends { readonly outcome: string }>(
  { transaction, wanted }: PostMortemDeps,
  postMortem: number,
  work: (store: PostMortemStore, view: PostMortemView) => Promise<Result> | Result,
): Promise<Result | undefined> {
  const result = await transaction(async (store) => {
    if (!(await store.lockPostMortem(postMortem))) return undefined;
    const view = await store.viewPostMortem(postMortem);
    return view && work(store, view);
  });
  if (result?.outcome === 'done') wanted();
  return result;
}
