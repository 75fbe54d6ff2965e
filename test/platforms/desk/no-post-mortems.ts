import type { PostMortemStore } from '../../../src/use-cases/post-mortem/post-mortem-store.js';

const refuse = (): never => {
  throw new Error('there are no post-mortems in this world: see test/contracts/post-mortems.db.test.ts');
};

/** For worlds in memory, in which nobody asks for one. */
export const NO_POST_MORTEMS: Omit<PostMortemStore, 'viewAlert'> = {
  lockAlert: refuse,
  lockPostMortem: () => Promise.resolve(false),
  viewPostMortem: () => Promise.resolve(undefined),
  postMortemSources: refuse,
  openPostMortem: refuse,
  linkAlert: refuse,
  tellAlert: refuse,
  changePostMortem: refuse,
  writeSection: refuse,
  alertsAlike: () => Promise.resolve([]),
  tellAlike: refuse,
  keepNote: refuse,
  unlinkAlert: refuse,
  changeActionItem: refuse,
  addActionItem: refuse,
  finishActionItem: refuse,
  unfinishedPostMortems: () => Promise.resolve({ views: [], total: 0 }),
  listPostMortems: () => Promise.resolve([]),
  overdueItems: () => Promise.resolve([]),
};
