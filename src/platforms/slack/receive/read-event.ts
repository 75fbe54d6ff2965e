/** Reads the events that we ask for: https://docs.slack.dev/reference/events */
import { type JsonRecord, recordAt, textAt } from '../../wire/record.js';
import { isSlackId, isToken, isTs } from '../shapes.js';
import { CHANNEL_EVENTS, INSTALL_EVENTS, MEMBER_EVENTS, type SlackEvent, USER_EVENTS } from './asked.js';

const LONGEST_TEXT = 1_000;

/** Undefined for an event that we have nothing to do with, or that lacks what we need of it. */
export function readEvent(event: JsonRecord): SlackEvent | undefined {
  const type = textAt(event, 'type');
  if (type === 'reaction_added') return readReaction(event);
  if (type === 'app_mention') return readMention(event);
  if (type === 'app_home_opened') return readHomeOpened(event);
  const userEvent = USER_EVENTS.find((each) => each === type);
  if (userEvent) return { type: userEvent, user: recordAt(event, 'user') };
  const installEvent = INSTALL_EVENTS.find((each) => each === type);
  if (installEvent) return { type: installEvent };
  // channel_rename and its like carry the whole channel, the others its id.
  const channel = recordAt(event, 'channel')['id'] ?? event['channel'];
  if (!isSlackId(channel)) return undefined;
  const channelEvent = CHANNEL_EVENTS.find((each) => each === type);
  if (channelEvent) return { type: channelEvent, channel };
  const memberEvent = MEMBER_EVENTS.find((each) => each === type);
  const userId = event['user'];
  return memberEvent && isSlackId(userId) ? { type: memberEvent, channel, userId } : undefined;
}

function readReaction(event: JsonRecord): SlackEvent | undefined {
  const { channel, ts } = recordAt(event, 'item');
  const { user: userId, item_user: postedBy } = event;
  if (!isSlackId(userId) || !isSlackId(channel) || !isTs(ts)) return undefined;
  return {
    type: 'reaction_added',
    userId,
    reaction: textAt(event, 'reaction'),
    channel,
    ts,
    ...(isSlackId(postedBy) && { postedBy }),
  };
}

function readMention(event: JsonRecord): SlackEvent | undefined {
  const { user: userId, channel, ts, thread_ts: thread, client_msg_id: messageId } = event;
  if (!isSlackId(userId) || !isSlackId(channel) || !isTs(ts)) return undefined;
  return {
    type: 'app_mention',
    userId,
    channel,
    ts,
    text: textAt(event, 'text').slice(0, LONGEST_TEXT),
    ...(isTs(thread) && { thread }),
    ...(isToken(messageId) && { messageId }),
  };
}

/** The Messages tab is not ours to show. */
function readHomeOpened(event: JsonRecord): SlackEvent | undefined {
  const { user: userId, tab } = event;
  if (!isSlackId(userId) || tab !== 'home') return undefined;
  const { hash } = recordAt(event, 'view');
  return { type: 'app_home_opened', userId, ...(isToken(hash) && { mark: hash }) };
}
