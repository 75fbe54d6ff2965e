/** Which of Chatwoot's events are customer voice. */
import type { Element } from '../../domain/delivery.js';
import { USUAL_SCALES } from '../../domain/score.js';
import type { JsonObject } from '../../inbound/read-json.js';
import { idText, ignored, longText, momentOf, nameText, objectIn, refused } from '../loose-values.js';
import { conversationFacts, conversationId } from './conversation.js';
import { escalated, reopened } from './escalation.js';
import type { ChatwootSettings } from './settings.js';

interface EventContext {
  readonly settings: ChatwootSettings;
  readonly deliveryId: string;
  readonly now: Date;
}

export function readEvent(body: JsonObject, context: EventContext): Element {
  const event = nameText(body['event']);
  switch (event) {
    case undefined:
      return refused('event', 'must be the name of the event');
    case 'message_updated':
      return readRating(body, context);
    case 'message_created':
      return readMessage(body, context);
    case 'conversation_status_changed':
    case 'conversation_updated':
      return readChange(event, body, context);
    default:
      return ignored(`${event} is not customer voice`);
  }
}

/**
 * There is no event for a rating: the survey is a message of the template input_csat, updated when the customer picks a face and again
 * when they add words. Both carry the id of the message and of the conversation, so that they are one matter.
 */
function readRating(body: JsonObject, { settings, now }: EventContext): Element {
  const values = objectIn(objectIn(body, 'content_attributes'), 'submitted_values');
  if (body['content_type'] !== 'input_csat') return ignored('message_updated: the message is no survey');
  const answer = objectIn(values, 'csat_survey_response');
  const rating = answer['rating'];
  if (rating === undefined || rating === null)
    return ignored('message_updated: the survey is not answered yet');
  const id = idText(body['id']);
  if (id === undefined) return refused('id', 'must be the id of the message');
  const { min, max } = USUAL_SCALES.csat;
  const value = typeof rating === 'string' && /^\d$/u.test(rating) ? Number(rating) : rating;
  if (typeof value !== 'number' || !(value >= min && value <= max)) {
    const path = 'content_attributes.submitted_values.csat_survey_response.rating';
    return refused(path, `must be from ${min} to ${max}`);
  }
  const text = longText(answer['feedback_message']);
  return {
    kind: 'signal',
    signal: {
      ...conversationFacts(body, objectIn(body, 'conversation'), settings),
      kind: 'survey',
      // `created_at` is when the customer was asked: an answer is sent on at once.
      occurredAt: now,
      externalId: id,
      score: { metric: 'csat', value, scale: USUAL_SCALES.csat },
      ...(text !== undefined && { text }),
    },
  };
}

/** A word at the top of an event, a number within a conversation. */
const INCOMING: readonly unknown[] = ['incoming', 0];

function readMessage(body: JsonObject, { settings, now }: EventContext): Element {
  if (!INCOMING.includes(body['message_type']) || body['private'] === true) {
    return ignored('message_created: not written by a customer');
  }
  if (!settings.read_messages) return ignored('message_created: messages are read only with read_messages');
  const text = longText(body['content']);
  const id = idText(body['id']);
  if (text === undefined) return ignored('message_created without words');
  if (id === undefined) return refused('id', 'must be the id of the message');
  const facts = conversationFacts(body, objectIn(body, 'conversation'), settings);
  return {
    kind: 'signal',
    signal: {
      ...facts,
      kind: 'mention',
      occurredAt: momentOf(body['created_at'], now),
      externalId: id,
      text,
    },
  };
}

/** The conversation is the call itself. */
function readChange(
  event: 'conversation_status_changed' | 'conversation_updated',
  body: JsonObject,
  { settings, deliveryId, now }: EventContext,
): Element {
  if (conversationId(body) === undefined) return refused('id', 'must be the id of the conversation');
  const found = event === 'conversation_updated' ? escalated(body, settings) : reopened(body);
  if ('ignored' in found) return ignored(found.ignored);
  return {
    kind: 'signal',
    signal: {
      ...conversationFacts(body, body, settings),
      kind: 'escalation',
      occurredAt: momentOf(body['updated_at'] ?? body['timestamp'], now),
      // A conversation may be escalated twice in the same way: the call is what happened, not the conversation.
      externalId: deliveryId,
      happening: found.happening,
    },
  };
}
