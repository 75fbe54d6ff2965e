import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Delivery, Receipt } from '../domain/delivery.js';
import { createHmacCheck } from '../inbound/hmac.js';
import type { RawRequest } from '../inbound/raw-request.js';
import { readRequest, type ReadRequest } from '../inbound/read-request.js';
import { DatabaseAway } from '../use-cases/failures.js';
import type { Log } from '../use-cases/log.js';
import type { Clock } from '../use-cases/transaction.js';
import type { ConfiguredSource } from './configured-source.js';
import { deliveryOf } from './delivery-of.js';
import { errorAnswer, jsonAnswer, type HttpAnswer } from './http-answer.js';
import { createSparingLog } from './sparing-log.js';
import { createTokenBucket, type TakeToken } from './token-bucket.js';

export interface WebhookRouteDeps {
  readonly sources: ReadonlyMap<string, ConfiguredSource>;
  /** Commits a delivery and returns what became of its elements, in their order. Throws DatabaseAway. */
  readonly accept: (delivery: Delivery) => Promise<readonly Receipt[]>;
  readonly clock: Clock;
  readonly log: Log;
}

type WebhookRoute = (name: string, incoming: IncomingMessage) => Promise<HttpAnswer>;

/** Time for a database to come back that restarts. */
const RETRY_AFTER_S = 5;

/** `POST /hooks/<name>`: nothing is believed before it is verified, and nothing is answered 202 before it is committed. */
export function createWebhookRoute(deps: WebhookRouteDeps): WebhookRoute {
  const warn = createSparingLog(deps.log, deps.clock);
  const buckets = new Map<string, TakeToken>();
  for (const { name, limits } of deps.sources.values()) {
    if (limits !== 'off') buckets.set(name, createTokenBucket(limits));
  }
  const unknown = createUnknownSource();

  return async (name, incoming) => {
    const configured = deps.sources.get(name);
    if (!configured) return unknown(await readRequest(incoming));
    if (incoming.method === configured.source.handshake?.method) return shakeHands(configured, incoming);
    const misfit = misfitting(configured, incoming);
    if (misfit) return misfit;
    const read = await readRequest(incoming);
    if (read.outcome !== 'read') return unread(read.outcome);
    const now = deps.clock();
    const verification = configured.source.verify(read.request, now);
    if (!verification.verified) {
      warn(name, { source: name, why: verification.why }, 'a webhook was not from its sender');
      return UNAUTHORIZED;
    }
    const waitS = buckets.get(name)?.(now.getTime()) ?? 0;
    if (waitS > 0) return tooMany(waitS);
    return takeIn(configured, read.request, now);
  };

  async function shakeHands(
    { name, source }: ConfiguredSource,
    incoming: IncomingMessage,
  ): Promise<HttpAnswer> {
    const read = await readRequest(incoming);
    if (read.outcome !== 'read') return unread(read.outcome);
    const answer = source.handshake?.answer(read.request);
    if (answer) return { status: 200, ...answer };
    warn(
      `${name}#handshake`,
      { source: name },
      'somebody who is not its sender asked for the handshake of a source',
    );
    return FORBIDDEN;
  }

  async function takeIn(configured: ConfiguredSource, request: RawRequest, now: Date): Promise<HttpAnswer> {
    const { name, source } = configured;
    const reading = source.read(request, now);
    if ('faults' in reading) return errorAnswer('bad_request', 'the webhook cannot be read', reading);
    try {
      const receipts = await deps.accept(deliveryOf(configured, request, reading, now));
      const { status, body } = source.answer(reading, receipts);
      return jsonAnswer(status, body);
    } catch (error) {
      if (error instanceof DatabaseAway) {
        warn(
          'database',
          { source: name, err: error },
          'a webhook was sent back, because the database is away',
        );
        return UNAVAILABLE;
      }
      deps.log.error({ source: name, err: error }, 'a webhook could not be accepted');
      return INTERNAL;
    }
  }
}

/** What can be refused before a byte of the body is read. */
function misfitting(
  { source }: ConfiguredSource,
  { method = '', headers }: IncomingMessage,
): HttpAnswer | undefined {
  if (!source.methods.includes(method)) {
    const allow = [...source.methods, ...(source.handshake ? [source.handshake.method] : [])].join(', ');
    return errorAnswer('method_not_allowed', `send it with ${allow}`, { headers: { allow } });
  }
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') {
    return errorAnswer('unsupported_media_type', 'send it without content-encoding');
  }
  const mediaType = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (source.contentTypes.includes(mediaType)) return undefined;
  return errorAnswer(
    'unsupported_media_type',
    `send it with content-type ${source.contentTypes.join(' or ')}`,
  );
}

/** Does the work of verifying for a name that is none, so that time does not tell which names there are. */
function createUnknownSource(): (read: ReadRequest) => HttpAnswer {
  const decoy = createHmacCheck({ algorithm: 'sha256', encoding: 'base64', keys: [randomBytes(32)] });
  const nobodys = [randomBytes(32).toString('base64')];
  return (read) => {
    if (read.outcome !== 'read') return unread(read.outcome);
    decoy([read.request.body], nobodys);
    return NO_SOURCE;
  };
}

/** Exported for the other doors that read a body. */
export function unread(outcome: 'too large' | 'cut off'): HttpAnswer {
  return outcome === 'too large' ? TOO_LARGE : CUT_OFF;
}

function tooMany(waitS: number): HttpAnswer {
  return errorAnswer('too_many_requests', `this source sends too much; try again in ${waitS} s`, {
    headers: { 'retry-after': String(waitS) },
  });
}

const UNAUTHORIZED = errorAnswer('unauthorized', 'the signature is missing, wrong, stale or from the future');
const FORBIDDEN = errorAnswer(
  'forbidden',
  'the handshake of this source was not asked for as its sender would',
);
const NO_SOURCE = errorAnswer('not_found', 'there is no such source');
const TOO_LARGE = errorAnswer('too_large', 'send at most 1 MiB');
const CUT_OFF = errorAnswer('timeout', 'the body did not arrive');
const INTERNAL = errorAnswer('internal', 'this is our fault; it has been logged');
const UNAVAILABLE = errorAnswer('unavailable', 'nothing can be stored now; try again', {
  headers: { 'retry-after': String(RETRY_AFTER_S) },
});
