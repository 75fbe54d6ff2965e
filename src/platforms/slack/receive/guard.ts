/**
 * What a request must be before anything in it is believed: a POST of a size, a type and a signature, holding one JSON object.
 * Bolt alone answers odd ones with a 500, dies of a signed `null`, and keeps a signed `{}` waiting for three seconds.
 */
import { nestsDeeper } from '../../../inbound/json-depth.js';
import type { RawRequest } from '../../../inbound/raw-request.js';
import { type JsonRecord, parseRecord } from '../../wire/record.js';
import { INBOUND } from '../limits.js';
import type { SlackCheck } from './verify.js';

type Guarded =
  | { readonly kind: 'taken'; readonly body: JsonRecord }
  /** `why` is for the log; a sender is told no more than the status. */
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 405 | 413 | 415; readonly why: string };

/** Views nest some 15 levels. */
const DEEPEST = 64;

export function guard(request: RawRequest, check: SlackCheck, now: Date): Guarded {
  if (request.method !== 'POST') return refused(405, `the method is ${request.method}`);
  if (request.body.length > INBOUND.bodyBytes) return refused(413, 'the body is too large');
  const type = mediaType(request.headers['content-type']);
  if (type !== 'application/json' && type !== 'application/x-www-form-urlencoded') {
    return refused(415, 'the content type is neither JSON nor a form');
  }
  const verification = check(request, now);
  if (!verification.verified) return refused(401, verification.why);
  const body = type === 'application/json' ? readJson(request.body) : readForm(request.body);
  return body ? { kind: 'taken', body } : refused(400, 'the body holds no JSON object');
}

/** The type without parameters such as a charset, which Slack may add. */
function mediaType(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function readJson(bytes: Buffer): JsonRecord | undefined {
  return nestsDeeper(bytes, DEEPEST) ? undefined : parseRecord(bytes.toString('utf8'));
}

/** An interaction is a form with the JSON under `payload`; a command is a form of its fields. */
function readForm(bytes: Buffer): JsonRecord | undefined {
  const form = new URLSearchParams(bytes.toString('utf8'));
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : readJson(Buffer.from(payload, 'utf8'));
}

function refused(status: Extract<Guarded, { kind: 'refused' }>['status'], why: string): Guarded {
  return { kind: 'refused', status, why };
}
