import type { JsonObject } from '../../frame/json-object.js';
import { SUPPORT_TEAM, type Tenant } from '../tenant.js';
import type { World } from '../world.js';
import { incoming, sceneOf, type Scene } from './incoming.js';

/** Where the app is put, or taken from. */
export type Installing = (
  | { readonly team: string; readonly channel?: string }
  | { readonly person: string }
  | { readonly chat: string }
) & {
  /** Who does it; for a team or chat its first member where absent. */
  readonly by?: string;
};

/** The activities that tell of it, in order: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events */
export function installation(
  world: World,
  asked: Installing,
  action: 'add' | 'remove',
): readonly JsonObject[] {
  const scene = sceneOfInstalling(world, asked);
  stand(world.tenant, asked, scene, action === 'add' ? 'installed' : 'not_installed');
  const { bot } = world.tenant;
  const about = aboutTeam(world, scene, action);
  const members =
    action === 'add' ? { membersAdded: [{ id: bot.id }] } : { membersRemoved: [{ id: bot.id }] };
  const told = incoming(world, scene, { type: 'conversationUpdate', ...members, channelData: about });
  const installed = incoming(world, scene, {
    type: 'installationUpdate',
    action,
    channelData: { ...about, eventType: undefined, source: { name: 'message' } },
  });
  if (action === 'add') return [told, installed];
  return scene.conversation.kind === 'personal' ? [installed] : [installed, told];
}

function sceneOfInstalling(world: World, asked: Installing): Scene {
  if ('person' in asked) return sceneOf(world, { person: asked.person });
  const id = 'team' in asked ? (asked.channel ?? asked.team) : asked.chat;
  const conversation = world.tenant.conversation(id);
  const person = asked.by ?? world.tenant.membersOf(conversation)[0];
  if (person === undefined) throw new Error(`There is nobody in ${id}`);
  return sceneOf(world, { person, conversation: id });
}

function stand(tenant: Tenant, asked: Installing, scene: Scene, bot: 'installed' | 'not_installed'): void {
  if ('team' in asked) tenant.setTeam({ id: asked.team, bot });
  else tenant.setConversation({ id: scene.conversation.id, bot });
}

function aboutTeam(world: World, { conversation }: Scene, action: 'add' | 'remove'): JsonObject {
  const team = world.tenant.teams.get(conversation.teamId ?? '');
  if (!team) return {};
  const { id, name, aadGroupId } = team;
  return {
    team: { id, name, aadGroupId },
    eventType: action === 'add' ? 'teamMemberAdded' : 'teamMemberRemoved',
    ...(action === 'add' && { settings: { selectedChannel: { id: conversation.id } } }),
  };
}

export const USUAL_INSTALLING: Installing = { team: SUPPORT_TEAM };
