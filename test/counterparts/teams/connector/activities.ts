import type { JsonObject } from '../../frame/json-object.js';
import { refuse, type Answer } from '../answer.js';
import type { TeamsMessage } from '../message.js';
import type { World } from '../world.js';
import { refusedContent } from './content.js';
import { putMessage } from './put-message.js';
import { reach } from './reach.js';

/** Where an activity goes, or stands. */
export interface Place {
  readonly conversation: string;
  readonly thread?: string;
}

/** POST …/activities, and …/activities/{id} with `answers`. */
export function send(world: World, place: Place, body: JsonObject, answers?: string): Answer {
  const reached = reach(world, place.conversation);
  if ('refused' in reached) return reached.refused;
  const refused = refusedContent(world.tenant, body);
  if (refused) return refused;
  const { conversation } = reached;
  const root =
    conversation.kind === 'channel' ? (place.thread ?? world.log.find(answers ?? '')?.thread) : undefined;
  if (place.thread !== undefined && !world.log.has(place.thread)) return refuse('ConversationNotFound');
  if (answers !== undefined && conversation.kind === 'channel' && root === undefined) {
    return refuse('ActivityNotFoundInConversation');
  }
  if (body['type'] === 'typing') return { status: 201, body: { id: world.ids.event() } };
  return { status: 201, body: { id: putMessage(world, conversation, root, body).id } };
}

/** PUT …/activities/{id} */
export function update(world: World, place: Place, id: string, body: JsonObject): Answer {
  const own = ownMessage(world, place, id);
  if ('refused' in own) return own.refused;
  const refused = refusedContent(world.tenant, body);
  if (refused) return refused;
  if (body['type'] !== 'message') return refuse('BadSyntax', 'Only a message can be edited');
  world.log.edit(id, body, world.now());
  world.views.forget(id);
  return { status: 200, body: { id } };
}

/** DELETE …/activities/{id} */
export function remove(world: World, place: Place, id: string): Answer {
  const own = ownMessage(world, place, id);
  if ('refused' in own) return own.refused;
  world.log.remove(id);
  return { status: 200 };
}

function ownMessage(
  world: World,
  place: Place,
  id: string,
): { readonly message: TeamsMessage } | { readonly refused: Answer } {
  const reached = reach(world, place.conversation);
  if ('refused' in reached) return reached;
  const message = world.log.find(id);
  const isThere =
    message?.conversation === place.conversation &&
    (place.thread === undefined || message.thread === place.thread);
  if (!message || !isThere) return { refused: refuse('ActivityNotFoundInConversation') };
  return message.from === world.tenant.bot.id ? { message } : { refused: refuse('NotEnoughPermissions') };
}
