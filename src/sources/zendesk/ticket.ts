/** What every event says of its ticket, whatever happened to it. */
import type { AccountFacts, CustomerFacts, Signal } from '../../domain/signal.js';
import type { JsonObject } from '../../inbound/read-json.js';
import type { ZendeskSettings } from './settings.js';
import { factsOf, idText, longText, momentOf, nameText, objectIn, tagList } from '../loose-values.js';

type TicketFacts = Omit<Signal, 'kind' | 'text' | 'score' | 'externalId' | 'happening'>;

/** Kept for people and rules where a signal has no field of its own for them. */
const KEPT = ['subject', 'status', 'priority', 'type', 'group_id', 'assignee_id', 'brand_id'] as const;

export function ticketFacts(
  body: JsonObject,
  ticketId: string,
  settings: ZendeskSettings,
  now: Date,
): TicketFacts {
  const detail = objectIn(body, 'detail');
  const channel = nameText(objectIn(detail, 'via')['channel']);
  const customer = factsOf<CustomerFacts>({ id: idText(detail['requester_id']) });
  const account = factsOf<AccountFacts>({ id: idText(detail['organization_id']) });
  const extra = factsOf<Record<string, string>>(
    Object.fromEntries(KEPT.map((key) => [key, nameText(detail[key])])),
  );
  return {
    occurredAt: momentOf(body['time'], now),
    conversationId: ticketId,
    tags: tagList(detail['tags']),
    ...(settings.base_address !== undefined && { url: ticketAddress(settings.base_address, ticketId) }),
    ...(channel !== undefined && { channel }),
    ...(customer && { customer }),
    ...(account && { account }),
    ...(extra && { extra }),
  };
}

/** The ticket's first comment: the customer's matter, unless it was opened as an internal note. */
export function description(body: JsonObject): string | undefined {
  const detail = objectIn(body, 'detail');
  return detail['is_public'] === false ? undefined : longText(detail['description']);
}

export function ticketAddress(baseAddress: string, ticketId: string): string {
  return `${baseAddress}/agent/tickets/${encodeURIComponent(ticketId)}`;
}
