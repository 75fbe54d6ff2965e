import type { JsonObject } from '../../frame/json-object.js';
import type { TeamsMessage } from '../message.js';
import type { TeamsConversation } from '../tenant.js';
import type { World } from '../world.js';

/** Puts a message of the bot up; in a channel without a thread it begins one. */
export function putMessage(
  world: World,
  conversation: TeamsConversation,
  thread: string | undefined,
  activity: JsonObject,
): TeamsMessage {
  const id = world.ids.message();
  const at = world.now();
  const within = conversation.kind === 'channel' ? { thread: thread ?? id } : {};
  const message = world.log.add({
    id,
    conversation: conversation.id,
    ...within,
    from: world.tenant.bot.id,
    at,
    activity,
  });
  world.posts.add({ at, conversation: conversation.id, id, ...within }, activity);
  return message;
}
