import type { News } from '../receive/asked.js';
import type { HandlerDeps } from './handler-deps.js';
import { heardFrom, installedIn, takenFrom } from './installed.js';

/** Throws DatabaseAway, and then Teams may send it again. */
export async function onNews(deps: HandlerDeps, news: News): Promise<void> {
  switch (news.kind) {
    case 'heard':
      return heardFrom(deps, news.conversation);
    case 'installed':
      return installedIn(deps, news.conversation);
    case 'removed':
      return takenFrom(deps, news.from);
    case 'members_left':
      deps.people.doubt(news.userIds);
  }
}
