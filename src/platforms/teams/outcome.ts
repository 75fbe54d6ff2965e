/**
 * What an answer of the connector's to a post or an edit means for the message. The codes and what may be tried again are those of
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-agent-conversational-apis
 */
import type { Sent } from '../../posting/platform.js';
import { answerInWords, type ConnectorAnswer } from './call/answer.js';
import { RATES } from './limits.js';

export type Failed = Exclude<ConnectorAnswer, { kind: 'ok' }>;
type Refusal = Extract<Failed, { kind: 'error' }>;
type SendKind = 'post' | 'reply' | 'edit';

/** Everything but `ok`. A content fault comes out as refused: whoever can send something plainer asks `isContentFault` first. */
export function failedSend(
  answer: Failed,
  kind: SendKind,
  closes: (afterMs: number) => readonly string[],
): Sent {
  const why = answerInWords(answer);
  switch (answer.kind) {
    case 'not_sent':
      return { outcome: 'later', why };
    case 'unknown':
      return { outcome: 'unknown', why };
    case 'no_credentials':
      return { outcome: 'platform_stopped', why };
    case 'error':
      return refused(answer, kind, closes);
  }
}

/** Too large, or not understood as it is: plain words may be taken. */
export function isContentFault(answer: ConnectorAnswer): boolean {
  return answer.kind === 'error' && (answer.status === 400 || answer.status === 413);
}

/** Whether a post so answered may be there: Teams broke while it worked on it. */
export function mayBePosted(answer: ConnectorAnswer): boolean {
  if (answer.kind === 'unknown') return true;
  if (answer.kind !== 'error' || RETRIED.includes(answer.status)) return false;
  return answer.status >= 500 || answer.status === 408;
}

/** Nothing was posted, says Microsoft: a precondition failed, throttled, a service behind is away. */
const RETRIED: readonly number[] = [412, 502, 503, 504];
/** Of no page of Microsoft's, but passing by their meaning: a proxy's sign-in, conflict, locked, too early. */
const PASSING: readonly number[] = [407, 409, 423, 425];

function refused(answer: Refusal, kind: SendKind, closes: (afterMs: number) => readonly string[]): Sent {
  const { status, retryAfterMs } = answer;
  const why = answerInWords(answer);
  if (status === 429) {
    const afterMs = retryAfterMs ?? RATES.retryAfterMs;
    return { outcome: 'later', why, afterMs, closes: closes(afterMs) };
  }
  const later: Sent = { outcome: 'later', why, ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }) };
  if (RETRIED.includes(status) || PASSING.includes(status) || status < 400) return later;
  // Teams answered, so nothing is under way any more: an edit may simply be made again.
  if (mayBePosted(answer)) return kind === 'edit' ? later : { outcome: 'unknown', why };
  switch (status) {
    case 401:
      return { outcome: 'platform_stopped', why: stoppedInWords(answer) };
    case 403:
      return { outcome: 'channel_gone', why: placeFaultInWords(answer) };
    case 404:
    case 410:
      // A thread or a message that is gone is begun anew; only where that fails is it the channel.
      return kind === 'post'
        ? { outcome: 'channel_gone', why: placeFaultInWords(answer) }
        : { outcome: 'lost', why };
    default:
      return { outcome: 'refused', why };
  }
}

const PLACE_WORDS: Readonly<Record<string, string>> = {
  BotNotInConversationRoster: 'Earshot is not installed there: add the app to the team',
  BotDisabledByAdmin: 'the tenant’s administrator has blocked the app: allow it in the Teams admin center',
  ConversationBlockedByUser: 'Earshot is blocked there',
  MessageWritesBlocked: 'Earshot is blocked or was uninstalled there',
  NotEnoughPermissions: 'Earshot may not post there: look at the channel’s moderation',
  ConversationNotFound: 'it is not there any more',
};

/** Why a conversation cannot be posted to, in words for people; Teams' code where there are none. */
function placeFaultInWords(answer: Refusal): string {
  return PLACE_WORDS[answer.code ?? ''] ?? answerInWords(answer);
}

/** Why nothing can be done on Teams, and what mends it. */
export function stoppedInWords(answer: Refusal): string {
  return answer.code === 'BotNotRegistered'
    ? 'Teams does not know the bot TEAMS_APP_ID; check its registration in Azure and its Teams channel'
    : 'Teams refuses our token; check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID';
}
