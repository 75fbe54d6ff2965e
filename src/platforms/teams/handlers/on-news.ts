import type { TakenFrom } from '../../../use-cases/teams-conversations.js';
import type { News } from '../receive/asked.js';
import { removedNotice } from '../words.js';
import { removedKey } from './bind-channel.js';
import type { HandlerDeps } from './handler-deps.js';

/** Throws DatabaseAway, and then Teams may send it again. */
export async function onNews({ references, people, notices }: HandlerDeps, news: News): Promise<void> {
  switch (news.kind) {
    case 'heard':
      return references.remember(news.conversation);
    case 'installed': {
      const { conversation } = news;
      await references.remember(conversation, 'anew');
      if (conversation.teamId === undefined) return;
      const bound = await references.restore(conversation.teamId, conversation.serviceUrl);
      for (const team of bound) await notices.clear(removedKey(team));
      return;
    }
    case 'removed':
      return forgetChannel({ references, notices }, news.from);
    case 'members_left':
      people.doubt(news.userIds);
  }
}

/** Earshot cannot speak there any more, until something happens there again; the teams that worked there are named to whoever runs it. */
export async function forgetChannel(
  { references, notices }: Pick<HandlerDeps, 'references' | 'notices'>,
  from: TakenFrom,
): Promise<void> {
  for (const team of await references.forget(from)) {
    await notices.set(removedKey(team), removedNotice(team));
  }
}
