import type { JsonObject } from '../../frame/json-object.js';
import { threadId } from '../message.js';
import type { TeamsPerson } from '../people.js';
import type { TeamsConversation } from '../tenant.js';
import type { World } from '../world.js';

const TIME_ZONE = 'Europe/London';

/** Where and by whom something was done. */
export interface Scene {
  readonly person: TeamsPerson;
  readonly conversation: TeamsConversation;
  readonly thread?: string;
}

/** The scene that a test asks for; throws where Teams would not let this person act there. */
export function sceneOf(
  world: World,
  asked: { readonly person: string; readonly conversation?: string; readonly thread?: string },
): Scene {
  const { tenant } = world;
  const person = tenant.people.get(asked.person);
  const conversation =
    asked.conversation === undefined ? tenant.personal(person.id) : tenant.conversation(asked.conversation);
  if (!tenant.membersOf(conversation).includes(person.id)) {
    throw new Error(`${person.name} is not in ${conversation.name}`);
  }
  return { person, conversation, ...(asked.thread !== undefined && { thread: asked.thread }) };
}

/** What every activity from Teams has: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages */
export function incoming(world: World, scene: Scene, fields: JsonObject): JsonObject {
  const { person, conversation } = scene;
  const at = new Date(world.now()).toISOString();
  const { channelData, ...rest } = fields;
  return {
    timestamp: at,
    localTimestamp: at,
    localTimezone: TIME_ZONE,
    id: world.ids.event(),
    channelId: 'msteams',
    serviceUrl: world.serviceUrl(),
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    conversation: conversationObject(world, scene),
    recipient: { id: world.tenant.bot.id, name: world.tenant.bot.name },
    entities: [clientInfo],
    locale: 'en-GB',
    ...rest,
    channelData: {
      ...placeData(world, conversation),
      tenant: { id: tenantOf(world, scene) },
      ...(channelData as JsonObject | undefined),
    },
  };
}

export const clientInfo: JsonObject = {
  type: 'clientInfo',
  locale: 'en-GB',
  country: 'GB',
  platform: 'Web',
  timezone: TIME_ZONE,
};

function conversationObject(world: World, scene: Scene): JsonObject {
  const { conversation, thread } = scene;
  const base = { conversationType: conversation.kind, tenantId: tenantOf(world, scene) };
  switch (conversation.kind) {
    case 'personal':
      return { ...base, id: conversation.id };
    case 'groupChat':
      return { ...base, isGroup: true, id: conversation.id };
    case 'channel':
      return {
        ...base,
        isGroup: true,
        id: threadId({ conversation: conversation.id, ...(thread !== undefined && { thread }) }),
      };
  }
}

function placeData(world: World, conversation: TeamsConversation): JsonObject {
  const team = world.tenant.teams.get(conversation.teamId ?? '');
  if (!team) return {};
  return {
    teamsChannelId: conversation.id,
    teamsTeamId: team.id,
    channel: { id: conversation.id },
    team: { id: team.id },
  };
}

/** A chat belongs to the person's own tenant, which need not be the bot's. */
function tenantOf(world: World, { person, conversation }: Scene): string {
  return conversation.kind === 'personal' ? person.tenantId : world.tenant.tenantId;
}
