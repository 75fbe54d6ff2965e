/**
 * Calls the Web API without an SDK: one request on the wire, an explicit time-out, no retry, and an answer that tells what may have
 * happened. The SDK costs eight times as much a call and posts up to four times on one failure.
 */
import type { Exchange, Exchanger } from '../../wire/exchange.js';
import { isRecord, type JsonRecord, parseRecord } from '../../wire/record.js';
import { retryAfter } from '../../wire/retry-after.js';
import { METHODS, type SlackMethod } from './methods.js';

export type SlackAnswer =
  | { readonly kind: 'ok'; readonly body: JsonRecord; readonly scopes?: readonly string[] }
  /** Slack did not do it. `detail` is what it says of the place, `needs` the scope that is missing. */
  | { readonly kind: 'error'; readonly code: string; readonly detail?: string; readonly needs?: string }
  | { readonly kind: 'http'; readonly status: number; readonly retryAfterMs?: number }
  | { readonly kind: 'not_sent'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string };

export type SlackCall = (method: SlackMethod, args: JsonRecord, timeoutMs?: number) => Promise<SlackAnswer>;

interface SlackCallOptions {
  readonly exchanger: Exchanger;
  /** `https://slack.com/api/`, with the slash. */
  readonly apiUrl: URL;
  readonly token: string;
  /** Is told of every answer: how Slack is doing is learnt from them all. */
  readonly heard?: (answer: SlackAnswer, method: SlackMethod) => void;
}

/** Slack itself gives up after 10 s or so; a lease of the posting loop must outlive this. */
const CALL_TIMEOUT_MS = 10_000;

export function createSlackCall({ exchanger, apiUrl, token, heard }: SlackCallOptions): SlackCall {
  const authorization = `Bearer ${token}`;
  const urls = new Map<SlackMethod, URL>();
  const urlOf = (method: SlackMethod): URL => {
    const known = urls.get(method) ?? new URL(method, apiUrl);
    urls.set(method, known);
    return known;
  };
  return async (method, args, timeoutMs = CALL_TIMEOUT_MS) => {
    const json = METHODS[method].body === 'json';
    const exchange = await exchanger.ask({
      method: 'POST',
      url: urlOf(method),
      headers: {
        authorization,
        'content-type': json ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded',
      },
      body: json ? JSON.stringify(args) : asForm(args),
      timeoutMs,
    });
    const answer = readAnswer(exchange, method);
    heard?.(answer, method);
    return answer;
  };
}

function asForm(args: JsonRecord): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(args)) {
    if (value !== undefined) form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form.toString();
}

/**
 * How Slack's answer to a post and to an edit begins; the whole message follows, which nobody reads, and takes longer to parse than it
 * took to write. One that begins otherwise is parsed whole.
 */
const RECEIPT = /^\{"ok":true,"channel":"(\w+)","ts":"([\d.]+)"[,}]/u;

function readAnswer(exchange: Exchange, method: SlackMethod): SlackAnswer {
  if (exchange.kind !== 'answered') return exchange;
  const { status, headers } = exchange;
  if (status === 429) return { kind: 'http', status, ...retryAfter(headers['retry-after']) };
  if (status !== 200) return { kind: 'http', status };
  const receipt = RECEIPTS.has(method) ? readReceipt(exchange.body) : undefined;
  const body = receipt ?? parseRecord(exchange.body);
  if (body === undefined) return { kind: 'unknown', why: 'the answer is no JSON object' };
  if (body['ok'] !== true) return refusal(body);
  const granted = headers['x-oauth-scopes'];
  return { kind: 'ok', body, ...(typeof granted === 'string' && { scopes: granted.split(/\s*,\s*/u) }) };
}

const RECEIPTS: ReadonlySet<SlackMethod> = new Set(['chat.postMessage', 'chat.update']);

function readReceipt(text: string): JsonRecord | undefined {
  const [, channel, ts] = RECEIPT.exec(text) ?? [];
  return channel === undefined ? undefined : { ok: true, channel, ts };
}

function refusal(body: JsonRecord): SlackAnswer {
  const { error, needed, response_metadata: said } = body;
  const messages = isRecord(said) && Array.isArray(said['messages']) ? said['messages'].join('; ') : '';
  return {
    kind: 'error',
    code: typeof error === 'string' ? error : 'no_error_code',
    ...(messages !== '' && { detail: messages.slice(0, 500) }),
    ...(typeof needed === 'string' && { needs: needed }),
  };
}

/** What went wrong with a call, in words for a log or an operator. */
export function answerInWords(answer: SlackAnswer): string {
  switch (answer.kind) {
    case 'ok':
      return 'ok';
    case 'error':
      return answer.detail === undefined ? answer.code : `${answer.code}: ${answer.detail}`;
    case 'http':
      return `HTTP ${answer.status}`;
    case 'not_sent':
      return `not sent: ${answer.why}`;
    case 'unknown':
      return `unknown outcome: ${answer.why}`;
  }
}
