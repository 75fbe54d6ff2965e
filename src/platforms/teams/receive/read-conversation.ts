/** Where an activity comes from: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
import type { TeamsConversation } from '../../../use-cases/teams-conversations.js';
import { type JsonRecord, recordAt, textAt } from '../../wire/record.js';
import { withoutThread } from '../reference.js';
import { isTeamsId } from '../shapes.js';

/** Undefined where it names none. */
export function readConversation(activity: JsonRecord): TeamsConversation | undefined {
  const conversation = recordAt(activity, 'conversation');
  const channelData = recordAt(activity, 'channelData');
  const threadId = conversation['id'];
  const botId = recordAt(activity, 'recipient')['id'];
  const userId = recordAt(activity, 'from')['id'];
  if (!isTeamsId(threadId) || !isTeamsId(botId)) return undefined;
  const tenantId = tenantOf(activity);
  const common = {
    serviceUrl: textAt(activity, 'serviceUrl'),
    botId,
    ...(tenantId !== undefined && { tenantId }),
  };
  const teamId = recordAt(channelData, 'team')['id'];
  const kind = textAt(conversation, 'conversationType');
  if (kind === 'channel' || isTeamsId(teamId)) {
    const channelId = recordAt(channelData, 'channel')['id'];
    const id = isTeamsId(channelId) ? channelId : withoutThread(threadId);
    return { ...common, id, kind: 'channel', ...(isTeamsId(teamId) && { teamId }) };
  }
  const isGroup = kind === 'groupChat' || conversation['isGroup'] === true;
  if (isGroup || !isTeamsId(userId) || userId === botId) return { ...common, id: threadId, kind: 'group' };
  return { ...common, id: threadId, kind: 'personal', userId };
}

/** Whose conversation it is; a person from elsewhere may take part in it. */
export function tenantOf(activity: JsonRecord): string | undefined {
  const ofConversation = recordAt(activity, 'conversation')['tenantId'];
  const ofChannel = recordAt(recordAt(activity, 'channelData'), 'tenant')['id'];
  const tenantId = ofConversation ?? ofChannel;
  return isTeamsId(tenantId) ? tenantId.toLowerCase() : undefined;
}
