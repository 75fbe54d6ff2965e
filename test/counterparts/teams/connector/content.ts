import { isObject, type JsonObject } from '../../frame/json-object.js';
import { refuse, type Answer } from '../answer.js';
import { checkCard, isTooBig, mentionFaults } from '../cards/check-card.js';
import { CARD_TYPE } from '../message.js';
import type { Tenant } from '../tenant.js';

/** In UTF-16: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const MESSAGE_BYTES = 100 * 1024;
const BYTES_PER_UNIT = 2;
const TEXT_FORMATS: readonly unknown[] = [undefined, 'plain', 'markdown', 'xml', 'extendedmarkdown'];
/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
const OTHER_CARDS =
  /^application\/vnd\.microsoft\.(card\.(hero|thumbnail|list|o365connector|receipt|signin))$/u;

/** What is wrong with an activity of the bot; undefined where Teams would take it. */
export function refusedContent(tenant: Tenant, activity: JsonObject): Answer | undefined {
  if (JSON.stringify(activity).length * BYTES_PER_UNIT > MESSAGE_BYTES) return refuse('MessageSizeTooBig');
  const { type, text, summary, textFormat, attachments = [], entities = [] } = activity;
  if (type === 'typing') return undefined;
  if (type !== 'message') return refuse('BadSyntax', `Unknown activity type ${String(type)}`);
  for (const words of [text, summary]) {
    if (words !== undefined && typeof words !== 'string') return refuse('BadSyntax', 'A text is no text');
  }
  if (!TEXT_FORMATS.includes(textFormat)) return refuse('BadArgument', 'Unknown textFormat');
  if (!Array.isArray(attachments)) return refuse('BadSyntax', 'attachments is no list');
  const list: readonly unknown[] = attachments;
  if ((text ?? '') === '' && list.length === 0) return refuse('BadSyntax', 'The activity says nothing');
  const wrongMentions = mentionFaults(entities, typeof text === 'string' ? text : '');
  if (wrongMentions.length > 0) return refuse('BadArgument', `entities: ${wrongMentions.join('; ')}`);
  const unknown = unknownMention(tenant, entities);
  if (unknown !== undefined) return refuse('BadArgument', `Nobody here is ${unknown}`);
  for (const attachment of list) {
    const refused = refusedAttachment(tenant, attachment);
    if (refused) return refused;
  }
  return undefined;
}

function refusedAttachment(tenant: Tenant, attachment: unknown): Answer | undefined {
  if (!isObject(attachment)) return refuse('BadSyntax', 'An attachment is no object');
  const { contentType, content } = attachment;
  if (contentType !== CARD_TYPE) {
    const isKnown = typeof contentType === 'string' && OTHER_CARDS.test(contentType);
    return isKnown ? undefined : refuse('BadArgument', `Unknown attachment type ${String(contentType)}`);
  }
  if (!isObject(content)) return refuse('BadArgument', 'An Adaptive Card has no content');
  if (isTooBig(content)) return refuse('MessageSizeTooBig');
  const faults = checkCard(content);
  if (faults.length > 0) return refuse('BadArgument', `Adaptive Card: ${faults.join('; ')}`);
  const mentioned = isObject(content['msteams']) ? content['msteams']['entities'] : undefined;
  const unknown = unknownMention(tenant, mentioned ?? []);
  return unknown === undefined ? undefined : refuse('BadArgument', `Nobody here is ${unknown}`);
}

function unknownMention(tenant: Tenant, entities: unknown): string | undefined {
  for (const entity of entities as readonly JsonObject[]) {
    if (entity['type'] !== 'mention') continue;
    const { id } = entity['mentioned'] as { readonly id: string };
    if (id !== tenant.bot.id && !tenant.people.find(id)) return id;
  }
  return undefined;
}
