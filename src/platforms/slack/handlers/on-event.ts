import type { ChannelWatch } from '../channels/channel-watch.js';
import type { Health } from '../health.js';
import type { SlackEvent } from '../receive/asked.js';
import { onHomeOpened } from './on-home-opened.js';
import { onMention } from './on-mention.js';
import { onReaction, type ReactionDeps } from './on-reaction.js';

export interface EventDeps extends ReactionDeps {
  readonly health: Pick<Health, 'check' | 'identity'>;
  readonly channels: Pick<ChannelWatch, 'changed'>;
}

/** Throws DatabaseAway or NotKnownYet, and then the event comes again. */
export async function onEvent(deps: EventDeps, event: SlackEvent): Promise<void> {
  switch (event.type) {
    case 'reaction_added':
      return onReaction(deps, event);
    case 'app_mention':
      return onMention(deps, event);
    case 'app_home_opened':
      return onHomeOpened(deps, event);
    case 'user_change':
    case 'team_join':
      return deps.people.remember(event.user);
    case 'member_joined_channel':
    case 'member_left_channel':
      // Other people's coming and going is not our concern.
      if (event.userId === deps.health.identity()?.userId) await deps.channels.changed(event.channel);
      return;
    case 'tokens_revoked':
    case 'app_uninstalled':
      return deps.health.check();
    case 'channel_archive':
    case 'channel_unarchive':
    case 'channel_deleted':
    case 'channel_rename':
    case 'channel_left':
    case 'channel_shared':
    case 'channel_unshared':
    case 'group_archive':
    case 'group_unarchive':
    case 'group_deleted':
    case 'group_rename':
    case 'group_left':
      return deps.channels.changed(event.channel);
  }
}
