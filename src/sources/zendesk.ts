/**
 * Zendesk, connected either way: a webhook subscribed to ticket events, or one called by a trigger with the body of docs/sources.md.
 * https://developer.zendesk.com/documentation/webhooks/creating-and-monitoring-webhooks/
 */
import { createHash } from 'node:crypto';
import { readJsonObject } from '../inbound/read-json.js';
import type { RawRequest } from '../inbound/raw-request.js';
import { answerReceipts } from './answer.js';
import type { Reading, Source, SourceType } from './source.js';
import { EVENT_TYPE_PREFIX, readEvent } from './zendesk/read-event.js';
import { readTrigger } from './zendesk/read-trigger.js';
import { zendeskSettings, type ZendeskSettings } from './zendesk/settings.js';
import { createZendeskCheck } from './zendesk/signature.js';
import { idText } from './loose-values.js';

export const zendesk: SourceType<ZendeskSettings> = {
  type: 'zendesk',
  summary: 'Zendesk Support: satisfaction ratings, escalations and customers’ comments.',
  settings: zendeskSettings,
  checkSecret,
  create: ({ secrets, settings }): Source => ({
    methods: ['POST'],
    contentTypes: ['application/json'],
    verify: createZendeskCheck(secrets),
    read: (request, now) => read(request, settings, now),
    answer: answerReceipts,
  }),
};

/** Everybody knows it: https://developer.zendesk.com/documentation/webhooks/verifying/#signing-secrets-on-new-webhooks */
const PUBLISHED_TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';
const SHORTEST_SECRET = 16;

function checkSecret(secret: string): string | undefined {
  if (secret === PUBLISHED_TEST_SECRET) return 'is the one that Zendesk publishes for testing';
  return secret.length < SHORTEST_SECRET ? `is shorter than ${SHORTEST_SECRET} characters` : undefined;
}

function read(request: RawRequest, settings: ZendeskSettings, now: Date): Reading {
  const json = readJsonObject(request.body);
  if ('faults' in json) return json;
  const body = json.value;
  const isEvent = typeof body['type'] === 'string' && body['type'].startsWith(EVENT_TYPE_PREFIX);
  const deliveryId = isEvent ? idText(body['id']) : invocationId(request);
  if (deliveryId === undefined) return { faults: [{ path: 'id', message: 'must be the id of the event' }] };
  const element = isEvent ? readEvent(body, settings, now) : readTrigger(body, { settings, deliveryId, now });
  return element.kind === 'refused'
    ? { faults: element.faults }
    : { deliveryId, list: false, elements: [element] };
}

/** One per call of a trigger and the same when it is tried again; the body is no id, as two tickets may rate alike. */
function invocationId({ headers, body }: RawRequest): string {
  return (
    idText(headers['x-zendesk-webhook-invocation-id']) ?? createHash('sha256').update(body).digest('hex')
  );
}
