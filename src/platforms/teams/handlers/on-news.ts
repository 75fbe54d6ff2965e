import type { News } from '../receive/asked.js';
import type { HandlerDeps } from './handler-deps.js';
import { greet } from './greet.js';
import { heardFrom, installedIn, takenFrom } from './installed.js';

/** Throws DatabaseAway, and then Teams may send it again. */
export async function onNews(deps: HandlerDeps, news: News): Promise<void> {
  switch (news.kind) {
    case 'heard':
      return heardFrom(deps, news.conversation);
    case 'installed':
      await installedIn(deps, news.conversation);
      if (news.by) await greet(deps, news.by);
      return;
    case 'removed':
      return takenFrom(deps, news.from);
    case 'members_left':
      deps.people.doubt(news.userIds);
  }
}
