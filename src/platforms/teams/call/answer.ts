/** What the connector answered, before anybody decides what it means for a message. */
import type { Exchange } from '../../wire/exchange.js';
import { type JsonRecord, parseRecord, recordAt, textAt } from '../../wire/record.js';
import { retryAfter } from '../../wire/retry-after.js';

export type ConnectorAnswer =
  /** `body` is empty where Teams sent none. */
  | { readonly kind: 'ok'; readonly status: number; readonly body: JsonRecord }
  /** `code` and `detail` as Teams names them: `BotNotInConversationRoster`. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code?: string;
      readonly detail?: string;
      readonly retryAfterMs?: number;
    }
  | { readonly kind: 'not_sent'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string }
  /** Microsoft gives us no token: the credentials are wrong. Nothing was sent. */
  | { readonly kind: 'no_credentials'; readonly why: string };

const DETAIL_CHARS = 300;

export function readAnswer(exchange: Exchange): ConnectorAnswer {
  if (exchange.kind !== 'answered') return exchange;
  const { status, headers, body } = exchange;
  if (status >= 200 && status < 300) return { kind: 'ok', status, body: parseRecord(body) ?? {} };
  return { kind: 'error', status, ...errorIn(body), ...retryAfter(headers['retry-after']) };
}

/** `{error: {code, message}}`; what Teams passes on from behind says `{message: "{\"subCode\": …}"}`. */
function errorIn(body: string): { readonly code?: string; readonly detail?: string } {
  const parsed = parseRecord(body) ?? {};
  const error = recordAt(parsed, 'error');
  const passedOn = textAt(error, 'message') || textAt(parsed, 'message');
  const inner = parseRecord(passedOn) ?? {};
  const code = textAt(inner, 'subCode') || textAt(error, 'code');
  const detail = (textAt(inner, 'details') || passedOn).slice(0, DETAIL_CHARS);
  return { ...(code !== '' && { code }), ...(detail !== '' && { detail }) };
}

/** What went wrong with a call, in words for a log or an operator. */
export function answerInWords(answer: ConnectorAnswer): string {
  switch (answer.kind) {
    case 'ok':
      return 'ok';
    case 'error':
      return [`HTTP ${answer.status}`, answer.code, answer.detail].filter(Boolean).join(': ');
    case 'not_sent':
      return `not sent: ${answer.why}`;
    case 'unknown':
      return `unknown outcome: ${answer.why}`;
    case 'no_credentials':
      return answer.why;
  }
}
