import { refuse, type Answer } from '../answer.js';
import { memberObject } from '../people.js';
import type { TeamsConversation } from '../tenant.js';
import type { World } from '../world.js';
import { reach } from './reach.js';

/** https://learn.microsoft.com/microsoftteams/platform/resources/team-chat-member-api-changes: asked for fewer or more, Teams gives these. */
const LEAST_A_PAGE = 50;
const MOST_A_PAGE = 500;
const USUAL_PAGE = 200;

/** GET …/members/{id}: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
export function member(world: World, conversationId: string, named: string): Answer {
  const reached = reach(world, conversationId);
  if ('refused' in reached) return reached.refused;
  const person = world.tenant.people.find(named);
  const isMember = person && !person.gone && world.tenant.membersOf(reached.conversation).includes(person.id);
  return isMember ? { status: 200, body: memberObject(person) } : refuse('MemberNotFoundInConversation');
}

/** GET …/members: all at once, as it was done once. */
export function allMembers(world: World, conversationId: string): Answer {
  const reached = reach(world, conversationId);
  if ('refused' in reached) return reached.refused;
  return { status: 200, body: memberObjects(world, reached.conversation) };
}

/** GET …/pagedmembers */
export function pagedMembers(world: World, conversationId: string, query: URLSearchParams): Answer {
  const reached = reach(world, conversationId);
  if ('refused' in reached) return reached.refused;
  const asked = Number(query.get('pageSize') ?? USUAL_PAGE);
  const size = Math.min(MOST_A_PAGE, Math.max(LEAST_A_PAGE, Number.isFinite(asked) ? asked : USUAL_PAGE));
  const token = query.get('continuationToken') ?? '';
  const from = token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(from)) return refuse('BadArgument', 'Bad continuation token');
  const members = memberObjects(world, reached.conversation);
  const to = from + size;
  const continuationToken = to < members.length ? Buffer.from(String(to)).toString('base64url') : undefined;
  return {
    status: 200,
    body: { ...(continuationToken !== undefined && { continuationToken }), members: members.slice(from, to) },
  };
}

/** GET v3/teams/{id} */
export function teamDetails(world: World, teamId: string): Answer {
  const team = world.tenant.teams.get(teamId);
  const reached = reach(world, teamId);
  if ('refused' in reached) return reached.refused;
  if (!team) return refuse('NotFound');
  const { id, name, aadGroupId, members } = team;
  const channelCount = channelsOf(world, teamId).length;
  return { status: 200, body: { id, name, aadGroupId, channelCount, memberCount: members.length } };
}

/** GET v3/teams/{id}/conversations; the General channel has no name. */
export function channelList(world: World, teamId: string): Answer {
  const reached = reach(world, teamId);
  if ('refused' in reached) return reached.refused;
  const conversations = channelsOf(world, teamId).map(({ id, name }) =>
    id === teamId ? { id } : { id, name },
  );
  return { status: 200, body: { conversations } };
}

function channelsOf(world: World, teamId: string): TeamsConversation[] {
  return [...world.tenant.conversations.values()].filter((each) => each.teamId === teamId && !each.gone);
}

function memberObjects(world: World, conversation: TeamsConversation): Record<string, unknown>[] {
  return world.tenant.membersOf(conversation).flatMap((id) => {
    const person = world.tenant.people.find(id);
    return person && !person.gone ? [memberObject(person)] : [];
  });
}
