import { isObject, type JsonObject } from '../frame/json-object.js';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** What stood in a message until it was edited. */
export interface Revision {
  readonly at: number;
  readonly activity: JsonObject;
}

/** One message as everybody in the conversation sees it. */
export interface TeamsMessage {
  readonly id: string;
  /** The channel, group chat or personal chat: without `;messageid=`. */
  readonly conversation: string;
  /** In a channel: the id of the message that the thread began with, also of that message itself. */
  readonly thread?: string;
  /** `28:…` the bot, `29:…` a person. */
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As it was sent, or as it is since the last edit. */
  readonly activity: JsonObject;
  readonly text: string;
  /** What stood there before, oldest first. */
  readonly revisions: readonly Revision[];
  readonly deleted: boolean;
}

/** The first Adaptive Card of an activity. */
export function cardOf(activity: JsonObject): JsonObject | undefined {
  const attachments: readonly unknown[] = Array.isArray(activity['attachments'])
    ? (activity['attachments'] as readonly unknown[])
    : [];
  for (const attachment of attachments) {
    if (!isObject(attachment) || attachment['contentType'] !== CARD_TYPE) continue;
    if (isObject(attachment['content'])) return attachment['content'];
  }
  return undefined;
}

/** `19:…;messageid=…` in its two parts. */
export function readConversationId(id: string): { readonly conversation: string; readonly thread?: string } {
  const [conversation = '', thread] = id.split(';messageid=', 2);
  return thread === undefined ? { conversation } : { conversation, thread };
}

export function threadId(message: Pick<TeamsMessage, 'conversation' | 'thread'>): string {
  const { conversation, thread } = message;
  return thread === undefined ? conversation : `${conversation};messageid=${thread}`;
}
