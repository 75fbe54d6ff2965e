import type { JsonObject } from '../frame/json-object.js';

/** What the connector answers over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent: no body at all. */
  readonly body?: JsonObject | readonly unknown[];
}

/**
 * The refusals that Microsoft names, with their words:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-agent-conversational-apis
 * and, for a message that is not there, https://github.com/microsoft/BotFramework-Services/issues/269.
 */
export const REFUSALS = {
  BadArgument: [400, 'The request payload is not valid.'],
  BadSyntax: [400, 'The request could not be read.'],
  Unauthorized: [401, 'Authorization has been denied for this request.'],
  BotNotRegistered: [401, 'No registration found for this bot.'],
  BotDisabledByAdmin: [403, 'The tenant admin disabled this bot'],
  BotNotInConversationRoster: [403, 'The bot is not part of the conversation roster.'],
  ConversationBlockedByUser: [403, 'User blocked the conversation with the bot.'],
  NotEnoughPermissions: [403, 'Not enough permissions to perform this operation.'],
  ActivityNotFoundInConversation: [404, 'Message does not exist in the thread.'],
  ConversationNotFound: [404, 'Conversation not found.'],
  MemberNotFoundInConversation: [404, 'Member not found in the conversation.'],
  NotFound: [404, 'There is nothing at this address.'],
  PreconditionFailed: [412, 'Precondition failed, please try again.'],
  MessageSizeTooBig: [413, 'Message size too large.'],
  Throttled: [429, 'Too many requests.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type RefusalCode = keyof typeof REFUSALS;

export function refuse(code: RefusalCode, message?: string): Answer {
  const [status, usual] = REFUSALS[code];
  return errorAnswer({ status, code, message: message ?? usual });
}

export function errorAnswer(error: {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}): Answer {
  return { status: error.status, body: { error: { code: error.code, message: error.message } } };
}

/** The code that an answer names; undefined where it names none. */
export function codeOf(answer: Answer): string | undefined {
  const { error } = (answer.body ?? {}) as { readonly error?: { readonly code?: unknown } };
  return typeof error?.code === 'string' ? error.code : undefined;
}
