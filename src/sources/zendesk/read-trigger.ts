/** The body that docs/sources.md has administrators paste into a trigger: flat, and theirs to shorten. */
import type { Element, Fault } from '../../domain/delivery.js';
import type { AccountFacts, CustomerFacts, Signal } from '../../domain/signal.js';
import type { JsonObject } from '../../inbound/read-json.js';
import { webAddress } from '../../inbound/web-address.js';
import { readRating } from './rating.js';
import type { ZendeskSettings } from './settings.js';
import { ticketAddress } from './ticket.js';
import { factsOf, idText, longText, momentOf, nameText, tagList } from '../loose-values.js';

interface TriggerContext {
  readonly settings: ZendeskSettings;
  readonly deliveryId: string;
  readonly now: Date;
}

/** Every field of the body, with the placeholder that fills it. docs/sources.md is tested against it. */
export const TRIGGER_BODY = {
  ticket_id: '{{ticket.id}}',
  ticket_title: '{{ticket.title}}',
  ticket_url: '{{ticket.link}}',
  rating: '{{satisfaction.current_rating}}',
  comment: '{{satisfaction.current_comment}}',
  priority: '{{ticket.priority}}',
  status: '{{ticket.status}}',
  tags: '{{ticket.tags}}',
  channel: '{{ticket.via}}',
  assignee: '{{ticket.assignee.name}}',
  organization_id: '{{ticket.organization.id}}',
  organization: '{{ticket.organization.name}}',
  requester_id: '{{ticket.requester.id}}',
  requester_name: '{{ticket.requester.name}}',
  requester_email: '{{ticket.requester.email}}',
  requester_phone: '{{ticket.requester.phone}}',
  occurred_at: '{{ticket.updated_at_with_timestamp}}',
} as const;

export function readTrigger(body: JsonObject, context: TriggerContext): Element {
  const ticketId = idText(body['ticket_id']);
  const happening = nameText(body['escalation']);
  const rating = readRating(body['rating'], context.settings);
  const faults: Fault[] = [];
  if (ticketId === undefined) {
    faults.push({
      path: 'ticket_id',
      message: 'is required: {{ticket.id}}, or subscribe the webhook to ticket events',
    });
  }
  if (rating === 'unknown') {
    const message = 'must say good or bad: name the phrase in good_phrases or bad_phrases of this source';
    faults.push({ path: 'rating', message });
  }
  if (happening === undefined && body['rating'] === undefined) {
    faults.push({ path: 'rating', message: 'is required, unless escalation says in words what happened' });
  }
  if (ticketId === undefined || rating === 'unknown' || faults.length > 0) return { kind: 'refused', faults };
  if (happening !== undefined) {
    const facts = triggerFacts(body, ticketId, context);
    return {
      kind: 'signal',
      signal: { ...facts, kind: 'escalation', externalId: context.deliveryId, happening },
    };
  }
  if (rating === 'none') return { kind: 'ignored', reason: 'the ticket has no rating yet' };
  const facts = triggerFacts(body, ticketId, context);
  return { kind: 'signal', signal: { ...facts, kind: 'survey', externalId: ticketId, score: rating } };
}

function triggerFacts(
  body: JsonObject,
  ticketId: string,
  { settings, now }: TriggerContext,
): Omit<Signal, 'kind' | 'happening' | 'score'> {
  const address = settings.base_address && ticketAddress(settings.base_address, ticketId);
  const url = linkIn(body['ticket_url']) ?? address;
  const [text, channel, agent] = [
    longText(body['comment']),
    nameText(body['channel']),
    nameText(body['assignee']),
  ];
  const customer = factsOf<CustomerFacts>({
    id: idText(body['requester_id']),
    name: nameText(body['requester_name']),
    email: nameText(body['requester_email']),
    phone: nameText(body['requester_phone']),
  });
  const account = factsOf<AccountFacts>({
    id: idText(body['organization_id']),
    name: nameText(body['organization']),
  });
  const extra = factsOf<Record<string, string>>({
    subject: nameText(body['ticket_title']),
    status: nameText(body['status']),
    priority: nameText(body['priority']),
  });
  return {
    occurredAt: momentOf(body['occurred_at'], now),
    conversationId: ticketId,
    tags: tagList(body['tags']),
    ...(text !== undefined && { text }),
    ...(url !== undefined && { url }),
    ...(channel !== undefined && { channel }),
    ...(agent !== undefined && { agent }),
    ...(customer && { customer }),
    ...(account && { account }),
    ...(extra && { extra }),
  };
}

/** `{{ticket.link}}` comes without https:// in some accounts. */
function linkIn(value: unknown): string | undefined {
  const link = nameText(value);
  return link && webAddress(/^https?:\/\//iu.test(link) ? link : `https://${link}`);
}
