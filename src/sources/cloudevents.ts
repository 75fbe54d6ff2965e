/**
 * CloudEvents over HTTP in their three forms, signed as Standard Webhooks describe.
 * https://github.com/cloudevents/spec/blob/main/cloudevents/bindings/http-protocol-binding.md
 */
import { readJsonItems, readJsonObject } from '../inbound/read-json.js';
import type { RawRequest } from '../inbound/raw-request.js';
import { createStandardWebhooksCheck, whyNoStandardSecret } from '../inbound/standard-webhooks.js';
import { answerReceipts } from './answer.js';
import { createCloudEventsHandshake } from './cloudevents/handshake.js';
import { missing, readEvent } from './cloudevents/read-event.js';
import { readVoice } from './cloudevents/read-voice.js';
import { cloudEventsSettings, type CloudEventsSettings } from './cloudevents/settings.js';
import type { Reading, Source, SourceType } from './source.js';
import { CAPS } from './standard/fields.js';

const STRUCTURED = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';

export const cloudevents: SourceType<CloudEventsSettings> = {
  type: 'cloudevents',
  summary: 'CloudEvents, structured, binary or in batches, whose data is the generic signal.',
  settings: cloudEventsSettings,
  checkSecret: whyNoStandardSecret,
  create: ({ secrets, settings }): Source => ({
    methods: ['POST'],
    contentTypes: [STRUCTURED, BATCH, 'application/json'],
    handshake: createCloudEventsHandshake(settings.allowed_origins),
    verify: createStandardWebhooksCheck(secrets),
    read: (request, now) => read(request, settings, now),
    answer: answerReceipts,
  }),
};

/** The id of the call is signed; those in ce-* headers are not, and nothing is known by them. */
function read(request: RawRequest, settings: CloudEventsSettings, now: Date): Reading {
  const { headers, body } = request;
  const deliveryId = headers['webhook-id'] ?? '';
  if (deliveryId === '' || deliveryId.length > CAPS.id) {
    return { faults: [{ path: 'webhook-id', message: `must have 1 to ${CAPS.id} characters` }] };
  }
  const mediaType = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType === BATCH) {
    const json = readJsonItems(body, CAPS.list);
    if ('faults' in json) return json;
    if (!json.list) return { faults: [{ path: '', message: 'the body must be a list of events' }] };
    return { deliveryId, list: true, elements: json.items.map((item) => readEvent(item, settings, now)) };
  }
  const element = mediaType === STRUCTURED ? readStructured(body) : readBinary(request);
  if (element.kind === 'refused') return { faults: element.faults };
  return { deliveryId, list: false, elements: [element] };

  function readStructured(bytes: Buffer) {
    const json = readJsonObject(bytes);
    return readEvent({ root: '', ...json }, settings, now);
  }

  /** Of the headers, which are not signed, only the type is used: to choose what is heard. */
  function readBinary({ headers: given, body: bytes }: RawRequest) {
    const faults = ATTRIBUTES.flatMap((name) => missing(given[name], name));
    if (faults.length > 0) return { kind: 'refused', faults } as const;
    const data = readJsonObject(bytes);
    return readVoice({ root: '', ...data }, { type: given['ce-type'] ?? '', settings, now });
  }
}

const ATTRIBUTES = ['ce-specversion', 'ce-id', 'ce-source', 'ce-type'] as const;
