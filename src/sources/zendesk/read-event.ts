/** Ticket events of a subscribed webhook: which of them are customer voice. https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events/ */
import type { Element } from '../../domain/delivery.js';
import type { JsonObject } from '../../inbound/read-json.js';
import { escalation } from './escalation.js';
import { readRating } from './rating.js';
import type { ZendeskSettings } from './settings.js';
import { description, ticketFacts } from './ticket.js';
import { idText, ignored, longText, nameText, objectIn, refused } from '../loose-values.js';

export const EVENT_TYPE_PREFIX = 'zen:event-type:';

export function readEvent(body: JsonObject, settings: ZendeskSettings, now: Date): Element {
  const type = String(body['type']).slice(EVENT_TYPE_PREFIX.length);
  if (!type.startsWith('ticket.')) return ignored(`${shown(type)} is not about a ticket`);
  const ticketId = idText(objectIn(body, 'detail')['id']);
  if (ticketId === undefined) return refused('detail.id', 'must be the id of the ticket');
  const event = { body, change: objectIn(body, 'event'), ticketId, settings, now };
  if (type === 'ticket.csat_received') return readCsat(event);
  if (type === 'ticket.comment_added') return readComment(event);
  const found = escalation(type, event.change, settings, now);
  if (!found) return ignored(`${shown(type)} is not customer voice`);
  if ('ignored' in found) return ignored(found.ignored);
  const text = description(body);
  return {
    kind: 'signal',
    signal: {
      ...ticketFacts(body, ticketId, settings, now),
      kind: 'escalation',
      // A ticket may be escalated twice in the same way: the event is what happened, not the ticket.
      externalId: idText(body['id']) ?? ticketId,
      happening: found.happening,
      ...(text !== undefined && { text }),
    },
  };
}

interface TicketEvent {
  readonly body: JsonObject;
  readonly change: JsonObject;
  readonly ticketId: string;
  readonly settings: ZendeskSettings;
  readonly now: Date;
}

/** The ticket's description was written before the rating and does not explain it: only a comment on the rating is its text. */
function readCsat({ body, change, ticketId, settings, now }: TicketEvent): Element {
  const given = objectIn(change, 'satisfaction_score');
  const score = readRating(given['score'], settings);
  if (score === 'none') return ignored('ticket.csat_received without a rating');
  if (score === 'unknown') return refused('event.satisfaction_score.score', 'must be GOOD, BAD or 1 to 5');
  const text = longText(given['comment']);
  return {
    kind: 'signal',
    signal: {
      ...ticketFacts(body, ticketId, settings, now),
      kind: 'survey',
      externalId: ticketId,
      score,
      ...(text !== undefined && { text }),
    },
  };
}

function readComment({ body, change, ticketId, settings, now }: TicketEvent): Element {
  const comment = objectIn(change, 'comment');
  const author = objectIn(comment, 'author');
  const text = longText(comment['body']);
  if (comment['is_public'] !== true)
    return ignored('ticket.comment_added: an internal note is not the customer’s voice');
  const id = idText(author['id']);
  const isRequester = id !== undefined && id === idText(objectIn(body, 'detail')['requester_id']);
  if (author['is_staff'] !== false && !isRequester) return ignored('ticket.comment_added: written by staff');
  if (text === undefined) return ignored('ticket.comment_added without words');
  const facts = ticketFacts(body, ticketId, settings, now);
  const name = nameText(author['name']);
  return {
    kind: 'signal',
    signal: {
      ...facts,
      kind: 'report',
      externalId: idText(comment['id']) ?? idText(body['id']) ?? ticketId,
      text,
      customer: { ...facts.customer, ...(id !== undefined && { id }), ...(name !== undefined && { name }) },
    },
  };
}

/** The sender's own word for it, short enough to be repeated. */
function shown(type: string): string {
  return nameText(type) ?? 'an event without a type';
}
