import type { JsonObject } from '../frame/json-object.js';

export interface Metadata {
  readonly event_type: string;
  readonly event_payload: JsonObject;
}

export interface Block {
  readonly type: string;
  readonly block_id: string;
  readonly [field: string]: unknown;
}

export interface Attachment {
  readonly id: number;
  readonly color?: string;
  readonly fallback?: string;
  readonly blocks?: readonly Block[];
  readonly [field: string]: unknown;
}

interface Reaction {
  readonly name: string;
  readonly users: readonly string[];
  readonly count: number;
}

/** A message as `conversations.history` gives it: https://docs.slack.dev/reference/events/message */
export interface SlackMessage {
  readonly type: 'message';
  readonly subtype?: string;
  readonly ts: string;
  readonly user: string;
  readonly team: string;
  readonly text: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly Attachment[];
  readonly metadata?: Metadata;
  readonly thread_ts?: string;
  readonly parent_user_id?: string;
  readonly reply_count?: number;
  readonly reply_users?: readonly string[];
  readonly reply_users_count?: number;
  readonly latest_reply?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly reactions?: readonly Reaction[];
}

/** Every block of a message, with the attachment that holds it. */
export function* blocksOf(message: {
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly Attachment[];
}): Generator<{ readonly block: Block; readonly attachmentId?: number }> {
  for (const block of message.blocks ?? []) yield { block };
  for (const attachment of message.attachments ?? []) {
    for (const block of attachment.blocks ?? []) yield { block, attachmentId: attachment.id };
  }
}
