/** What is sent back, on every path of the public listener. */
import type { ServerResponse } from 'node:http';
import type { Fault } from '../domain/delivery.js';

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

type ErrorCode =
  | 'bad_request'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'timeout'
  | 'too_large'
  | 'unsupported_media_type'
  | 'too_many_requests'
  | 'internal'
  | 'unavailable';

export const STATUS_OF: Readonly<Record<ErrorCode, number>> = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  timeout: 408,
  too_large: 413,
  unsupported_media_type: 415,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
};

export function jsonAnswer(status: number, body: unknown): HttpAnswer {
  return { status, body: JSON.stringify(body) };
}

export function errorAnswer(
  code: ErrorCode,
  message: string,
  more: { readonly faults?: readonly Fault[]; readonly headers?: Readonly<Record<string, string>> } = {},
): HttpAnswer {
  return {
    status: STATUS_OF[code],
    body: JSON.stringify({ error: { code, message, faults: more.faults ?? [] } }),
    ...(more.headers && { headers: more.headers }),
  };
}

/** The usual headers; an answer's own come on top. nosniff and no-store, because bodies repeat what a stranger sent. */
const USUAL_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;

/** Sends the answer, unless the other side has gone; with `isLast` false everything but the end, which may close the connection. */
export function send(response: ServerResponse, answer: HttpAnswer, isLast = true): void {
  if (response.destroyed || response.headersSent) return;
  const length = { 'content-length': Buffer.byteLength(answer.body) };
  response.writeHead(answer.status, { ...USUAL_HEADERS, ...answer.headers, ...length });
  if (isLast) response.end(answer.body);
  else response.write(answer.body);
}
