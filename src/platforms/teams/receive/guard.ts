/**
 * What a request must be before anything in it is believed: a POST of a size and a type with one JSON object.
 * The SDK alone answers a body without a type with 500, before it has asked who sends it.
 */
import { isUtf8 } from 'node:buffer';
import { nestsDeeper } from '../../../inbound/json-depth.js';
import type { RawRequest } from '../../../inbound/raw-request.js';
import { type JsonRecord, parseRecord } from '../../wire/record.js';

export type Guarded =
  | { readonly kind: 'taken'; readonly body: JsonRecord }
  /** `why` is for the log; a sender is told no more than the status. */
  | { readonly kind: 'refused'; readonly status: 400 | 405 | 413 | 415; readonly why: string };

/** Ours: Teams lets a message have some 100 KB, which may be there twice, as text and as HTML. */
const MOST_BODY_BYTES = 524_288;
/** Activities nest some 10 levels. */
const DEEPEST = 64;

export function guard(request: RawRequest): Guarded {
  if (request.method !== 'POST') return refused(405, `the method is ${request.method.slice(0, 20)}`);
  if (request.body.length > MOST_BODY_BYTES) return refused(413, 'the body is too large');
  if (mediaType(request.headers['content-type']) !== 'application/json') {
    return refused(415, 'the content type is not JSON');
  }
  if (!isUtf8(request.body)) return refused(400, 'the body is not UTF-8');
  if (nestsDeeper(request.body, DEEPEST)) return refused(400, 'the body is nested too deep');
  const body = parseRecord(request.body.toString('utf8'));
  return body ? { kind: 'taken', body } : refused(400, 'the body holds no JSON object');
}

/** The type without parameters such as a charset. */
function mediaType(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function refused(status: Extract<Guarded, { kind: 'refused' }>['status'], why: string): Guarded {
  return { kind: 'refused', status, why };
}
