/** What happened to the places where Earshot is: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events */
import type { TeamsConversation } from '../../../use-cases/teams-conversations.js';
import { type JsonRecord, recordAt, recordsAt, textAt } from '../../wire/record.js';
import { isTeamsId } from '../shapes.js';
import type { News } from './asked.js';

const TEAM_IS_GONE = new Set(['teamDeleted', 'teamHardDeleted', 'teamArchived']);
const TEAM_IS_BACK = new Set(['teamUnarchived', 'teamRestored']);
const MOST_MEMBERS = 1_000;

export function readNews(activity: JsonRecord, conversation: TeamsConversation): News {
  const isAbout = textAt(activity, 'type');
  if (isAbout === 'installationUpdate') return installation(activity, conversation);
  if (isAbout === 'conversationUpdate') return update(activity, conversation);
  return { kind: 'heard', conversation };
}

function installation(activity: JsonRecord, conversation: TeamsConversation): News {
  const action = textAt(activity, 'action');
  if (action === 'add') return { kind: 'installed', conversation, ...greeted(activity, conversation) };
  if (action === 'add-upgrade') return { kind: 'installed', conversation };
  return action === 'remove' ? removedFrom(conversation) : { kind: 'heard', conversation };
}

/** Of the two activities that tell of an installation this one alone tells a first one from an upgrade. */
function greeted(
  activity: JsonRecord,
  conversation: TeamsConversation,
): Pick<Extract<News, { kind: 'installed' }>, 'by'> {
  const { id: activityId } = activity;
  const { kind, id, userId } = conversation;
  if (kind !== 'personal' || userId === undefined || !isTeamsId(activityId)) return {};
  return { by: { userId, conversation, threadId: id, key: `teams:${id}:${activityId}` } };
}

function update(activity: JsonRecord, conversation: TeamsConversation): News {
  const event = textAt(recordAt(activity, 'channelData'), 'eventType');
  if (event === 'channelDeleted') return { kind: 'removed', from: { conversationId: conversation.id } };
  if (TEAM_IS_GONE.has(event)) return removedFrom(conversation);
  if (TEAM_IS_BACK.has(event)) return { kind: 'installed', conversation };
  const left = idsAt(activity, 'membersRemoved');
  if (left.includes(conversation.botId)) return removedFrom(conversation);
  if (idsAt(activity, 'membersAdded').includes(conversation.botId)) {
    return { kind: 'installed', conversation };
  }
  return left.length > 0 ? { kind: 'members_left', userIds: left } : { kind: 'heard', conversation };
}

/** An app is taken away from a team as a whole. */
function removedFrom({ id, teamId }: TeamsConversation): News {
  return { kind: 'removed', from: teamId === undefined ? { conversationId: id } : { teamId } };
}

function idsAt(activity: JsonRecord, name: string): readonly string[] {
  return recordsAt(activity, name)
    .slice(0, MOST_MEMBERS)
    .flatMap(({ id }) => (isTeamsId(id) ? [id] : []));
}
