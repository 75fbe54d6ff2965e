/** Our own wire format, for every sender that can be taught one: a JSON object or list, signed by Standard Webhooks. */
import { z } from 'zod';
import { readJsonItems } from '../inbound/read-json.js';
import { createStandardWebhooksCheck, whyNoStandardSecret } from '../inbound/standard-webhooks.js';
import { answerReceipts } from './answer.js';
import type { Reading, Source, SourceType } from './source.js';
import { readSignal } from './standard/read-signal.js';
import { CAPS } from './standard/fields.js';

const settings = z.strictObject({});

export const standard: SourceType<z.infer<typeof settings>> = {
  type: 'standard',
  summary: 'The generic signal: JSON signed as Standard Webhooks describe, one or up to 500 at once.',
  settings,
  checkSecret: whyNoStandardSecret,
  create: ({ secrets }): Source => ({
    methods: ['POST'],
    contentTypes: ['application/json'],
    verify: createStandardWebhooksCheck(secrets),
    read: ({ headers, body }, now) => read(headers['webhook-id'] ?? '', body, now),
    answer: answerReceipts,
  }),
};

function read(deliveryId: string, body: Buffer, now: Date): Reading {
  if (deliveryId === '' || deliveryId.length > CAPS.id) {
    return { faults: [{ path: 'webhook-id', message: `must have 1 to ${CAPS.id} characters` }] };
  }
  const json = readJsonItems(body, CAPS.list);
  if ('faults' in json) return json;
  const elements = json.items.map((item) => readSignal(item, now));
  const [first] = elements;
  if (!json.list && first?.kind === 'refused') return { faults: first.faults };
  return { deliveryId, list: json.list, elements };
}
