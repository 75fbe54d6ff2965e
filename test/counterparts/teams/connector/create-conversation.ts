import { isObject, type JsonObject } from '../../frame/json-object.js';
import { refuse, type Answer } from '../answer.js';
import { threadId } from '../message.js';
import type { TeamsPerson } from '../people.js';
import type { World } from '../world.js';
import { refusedContent } from './content.js';
import { putMessage } from './put-message.js';
import { reach } from './reach.js';

// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages

/** The channel in which POST v3/conversations is to begin a thread; undefined where it is to open a chat. */
export function channelToBegin(body: JsonObject): string | undefined {
  const channel = isObject(body['channelData']) ? body['channelData']['channel'] : undefined;
  const id = isObject(channel) ? channel['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** A new thread in a channel, with its first message. */
export function createThread(world: World, body: JsonObject, channel: string): Answer {
  const wrong = refusedParameters(world, body);
  if (wrong) return wrong;
  if (body['isGroup'] !== true) return refuse('BadSyntax', 'Incorrect conversation creation parameters');
  const reached = reach(world, channel);
  if ('refused' in reached) return reached.refused;
  if (reached.conversation.kind !== 'channel') return refuse('BadArgument', 'That is no channel');
  const { activity } = body;
  if (!isObject(activity)) return refuse('BadSyntax', 'A new thread needs its first activity');
  const refused = refusedContent(world.tenant, activity);
  if (refused) return refused;
  const message = putMessage(world, reached.conversation, undefined, activity);
  return { status: 201, body: { id: threadId(message), activityId: message.id } };
}

/** The chat with one person, the same each time. */
export function createPersonal(world: World, body: JsonObject): Answer {
  const wrong = refusedParameters(world, body);
  if (wrong) return wrong;
  const members: readonly unknown[] = Array.isArray(body['members']) ? (body['members'] as unknown[]) : [];
  if (members.length !== 1 || body['isGroup'] === true) {
    return refuse('BadSyntax', 'Incorrect conversation creation parameters');
  }
  // Whether Teams takes a first message here is nowhere said; nobody should rest on it.
  if (body['activity'] !== undefined) return refuse('BadArgument', 'Open the chat first, then send');
  const person = personNamed(world, members[0]);
  if (!person || person.gone) return refuse('BadArgument', 'Failed to decrypt pairwise id');
  if (!canMeet(world, person)) return refuse('BotNotInConversationRoster');
  return { status: 201, body: { id: world.tenant.personal(person.id).id } };
}

/** By `29:…` or AAD object id, as members may be named. */
export function personNamed(world: World, member: unknown): TeamsPerson | undefined {
  const id = isObject(member) ? member['id'] : undefined;
  const person = typeof id === 'string' ? world.tenant.people.find(id) : undefined;
  return person && (person.id === id || person.aadObjectId === id) ? person : undefined;
}

function refusedParameters(world: World, body: JsonObject): Answer | undefined {
  const { bot, tenantId, channelData } = body;
  const inData =
    isObject(channelData) && isObject(channelData['tenant']) ? channelData['tenant']['id'] : undefined;
  const named = tenantId ?? inData;
  if (named === undefined) return refuse('BadSyntax', 'No tenant is named');
  if (named !== world.tenant.tenantId) return refuse('BadArgument', 'That is another tenant');
  if (bot === undefined) return undefined;
  const isOurs = isObject(bot) && bot['id'] === world.tenant.bot.id;
  return isOurs ? undefined : refuse('BadArgument', 'bot names another bot');
}

/** The app is installed for the person, or in a team or chat that they belong to. */
function canMeet(world: World, person: TeamsPerson): boolean {
  const { conversations, membersOf, standingIn } = world.tenant;
  return [...conversations.values()].some(
    (each) =>
      membersOf(each).includes(person.id) && (each.kind === 'personal' || standingIn(each) === 'installed'),
  );
}
