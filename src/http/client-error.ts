/** Answers on a socket whose request never became one: too slow, too much header, no HTTP at all. */
import type { Socket } from 'node:net';
import { errorAnswer, type HttpAnswer } from './http-answer.js';

const SLOW = errorAnswer('timeout', 'the request took too long');
const UNREADABLE = errorAnswer('bad_request', 'this is not HTTP as we know it');
const HEADERS_TOO_LARGE: HttpAnswer = {
  ...errorAnswer('bad_request', 'the headers are too large'),
  status: 431,
};

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(rawResponse(answerTo(error.code)), () => socket.destroy());
}

function answerTo(code: string | undefined): HttpAnswer {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return SLOW;
  return code === 'HPE_HEADER_OVERFLOW' ? HEADERS_TOO_LARGE : UNREADABLE;
}

function rawResponse({ status, body }: HttpAnswer): string {
  return [
    `HTTP/1.1 ${status} ${REASONS[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
