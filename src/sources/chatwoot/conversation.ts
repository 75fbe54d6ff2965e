/** What every event says of its conversation. https://www.chatwoot.com/docs/product/others/webhook-events */
import type { AccountFacts, CustomerFacts, Signal } from '../../domain/signal.js';
import type { JsonObject } from '../../inbound/read-json.js';
import { factsOf, idText, nameText, objectIn, tagList } from '../loose-values.js';
import type { ChatwootSettings } from './settings.js';

type ConversationFacts = Omit<Signal, 'kind' | 'text' | 'score' | 'externalId' | 'happening' | 'occurredAt'>;

/** `body` is the whole call: the account and the inbox stand there. */
export function conversationFacts(
  body: JsonObject,
  conversation: JsonObject,
  settings: ChatwootSettings,
): ConversationFacts {
  const id = conversationId(conversation);
  const meta = objectIn(conversation, 'meta');
  const assignee = objectIn(meta, 'assignee');
  const url = conversationAddress(body, conversation, settings);
  const channel = channelWords(conversation['channel']);
  const agent = nameText(assignee['name']) ?? nameText(assignee['available_name']);
  const customer = customerIn(objectIn(meta, 'sender'));
  const account = factsOf<AccountFacts>({
    name: nameText(objectIn(objectIn(meta, 'sender'), 'additional_attributes')['company_name']),
  });
  const extra = factsOf<Record<string, string>>({
    status: nameText(conversation['status']),
    priority: nameText(conversation['priority']),
    inbox: nameText(objectIn(body, 'inbox')['name']),
  });
  return {
    tags: tagList(conversation['labels']),
    ...(id !== undefined && { conversationId: id }),
    ...(url !== undefined && { url }),
    ...(channel !== undefined && { channel }),
    ...(agent !== undefined && { agent }),
    ...(customer && { customer }),
    ...(account && { account }),
    ...(extra && { extra }),
  };
}

/** The number that people see; some payloads call it so. */
export function conversationId(conversation: JsonObject): string | undefined {
  return idText(conversation['display_id']) ?? idText(conversation['id']);
}

function customerIn(sender: JsonObject): CustomerFacts | undefined {
  return factsOf<CustomerFacts>({
    id: idText(sender['id']),
    name: nameText(sender['name']),
    email: nameText(sender['email']),
    phone: nameText(sender['phone_number']),
  });
}

/** Events of a conversation name no account; the message in them does. */
function conversationAddress(
  body: JsonObject,
  conversation: JsonObject,
  { base_address: base }: ChatwootSettings,
): string | undefined {
  const id = conversationId(conversation);
  const messages = conversation['messages'];
  const message: unknown = Array.isArray(messages) ? messages[0] : undefined;
  const account =
    idText(objectIn(body, 'account')['id']) ??
    idText(conversation['account_id']) ??
    idText(objectIn({ message }, 'message')['account_id']);
  if (base === undefined || id === undefined || account === undefined) return undefined;
  return `${base}/app/accounts/${encodeURIComponent(account)}/conversations/${encodeURIComponent(id)}`;
}

/** `Channel::WebWidget` is "web widget". */
function channelWords(value: unknown): string | undefined {
  return nameText(value)
    ?.replace(/^Channel::/u, '')
    .replace(/(?<=[a-z])(?=[A-Z])/gu, ' ')
    .toLowerCase();
}
