/** What an answer of Slack's to a post or an edit means for the message. */
import type { Sent } from '../../../posting/platform.js';
import { channelFaultInWords, errorClass, stoppedInWords, THREAD_GONE } from '../errors.js';
import { RATES } from '../limits.js';
import { answerInWords, type SlackAnswer } from './slack-call.js';

type SendKind = 'post' | 'edit';

/** Everything but `ok`. A content fault comes out as refused: whoever can send something plainer asks `isContentFault` first. */
export function failedSend(
  answer: Exclude<SlackAnswer, { kind: 'ok' }>,
  kind: SendKind,
  closes: (afterMs: number) => readonly string[],
): Sent {
  const why = answerInWords(answer);
  switch (answer.kind) {
    case 'not_sent':
      return { outcome: 'later', why };
    case 'unknown':
      return { outcome: 'unknown', why };
    case 'http':
      if (answer.status === 429) return rateLimited(why, closes, answer.retryAfterMs);
      if (answer.status >= 500) return unsettled(why, kind);
      return { outcome: 'later', why };
    case 'error':
      return failedCode(answer, kind, closes);
  }
}

export function isContentFault(answer: SlackAnswer): boolean {
  return answer.kind === 'error' && errorClass(answer.code) === 'content';
}

function failedCode(
  answer: Extract<SlackAnswer, { kind: 'error' }>,
  kind: SendKind,
  closes: (afterMs: number) => readonly string[],
): Sent {
  const { code } = answer;
  const why = answerInWords(answer);
  switch (errorClass(code)) {
    case 'later':
      return code === 'ratelimited' || code === 'rate_limited'
        ? rateLimited(why, closes)
        : { outcome: 'later', why };
    case 'unknown':
      return unsettled(why, kind);
    case 'channel_gone':
      return { outcome: 'channel_gone', why: channelFaultInWords(code) };
    case 'platform_stopped':
      return { outcome: 'platform_stopped', why: stoppedInWords(code, answer.needs) };
    case 'lost':
      return kind === 'edit' || code === THREAD_GONE ? { outcome: 'lost', why } : { outcome: 'refused', why };
    case 'content':
    case 'refused':
      return { outcome: 'refused', why };
  }
}

/** Slack answered, so nothing is under way any more: an edit may simply be made again, a post may be there already. */
function unsettled(why: string, kind: SendKind): Sent {
  return kind === 'edit' ? { outcome: 'later', why } : { outcome: 'unknown', why };
}

function rateLimited(
  why: string,
  closes: (afterMs: number) => readonly string[],
  afterMs: number = RATES.retryAfterMs,
): Sent {
  return { outcome: 'later', why, afterMs, closes: closes(afterMs) };
}
