/** Chatwoot's account webhooks. https://www.chatwoot.com/docs/product/features/webhooks */
import { createHash } from 'node:crypto';
import { readJsonObject } from '../inbound/read-json.js';
import { answerReceipts } from './answer.js';
import { readEvent } from './chatwoot/read-event.js';
import { chatwootSettings, type ChatwootSettings } from './chatwoot/settings.js';
import { createChatwootCheck } from './chatwoot/signature.js';
import type { Reading, Source, SourceType } from './source.js';

export const chatwoot: SourceType<ChatwootSettings> = {
  type: 'chatwoot',
  summary:
    'Chatwoot: survey ratings with their comments, reopened conversations, raised priorities and labels.',
  settings: chatwootSettings,
  checkSecret: (secret) =>
    secret.length < SHORTEST_SECRET ? `is shorter than ${SHORTEST_SECRET} characters` : undefined,
  create: ({ secrets, settings }): Source => ({
    methods: ['POST'],
    contentTypes: ['application/json'],
    verify: createChatwootCheck({ secrets, unsigned: settings.unsigned }),
    read: ({ body }, now) => read(body, settings, now),
    answer: answerReceipts,
  }),
};

const SHORTEST_SECRET = 16;

/** X-Chatwoot-Delivery is not signed, and older servers have none: the bytes that were signed are the id. */
function read(bytes: Buffer, settings: ChatwootSettings, now: Date): Reading {
  const json = readJsonObject(bytes);
  if ('faults' in json) return json;
  const deliveryId = createHash('sha256').update(bytes).digest('hex');
  const element = readEvent(json.value, { settings, deliveryId, now });
  return element.kind === 'refused'
    ? { faults: element.faults }
    : { deliveryId, list: false, elements: [element] };
}
