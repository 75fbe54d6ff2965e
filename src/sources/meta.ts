/** Facebook pages and Instagram accounts, by one Meta app. https://developers.facebook.com/docs/graph-api/webhooks/getting-started */
import { createHash } from 'node:crypto';
import { createMetaHandshake } from './meta/handshake.js';
import { readBatch } from './meta/read-batch.js';
import { metaSettings, type MetaSettings } from './meta/settings.js';
import { createMetaCheck } from './meta/signature.js';
import type { Reading, Source, SourceType } from './source.js';

export const meta: SourceType<MetaSettings> = {
  type: 'meta',
  summary: 'Facebook pages and Instagram accounts: mentions, comments, visitors’ posts and recommendations.',
  settings: metaSettings,
  secretSettings: ['verify_token'],
  checkSecret: (secret) => (APP_SECRET.test(secret) ? undefined : 'is no app secret: 32 hexadecimal digits'),
  create: ({ secrets, settings }): Source => ({
    methods: ['POST'],
    contentTypes: ['application/json'],
    handshake: createMetaHandshake(settings.verify_token),
    verify: createMetaCheck(secrets),
    read: ({ body }, now) => read(body, settings, now),
    // Meta counts everything but 200 as a failure: https://developers.facebook.com/docs/graph-api/webhooks/getting-started#event-notifications
    answer: (_, receipts) => ({ status: 200, body: receipts }),
  }),
};

const APP_SECRET = /^[0-9a-f]{32}$/iu;

/** Meta gives a call no id, and sends the same bytes when it tries again. */
function read(bytes: Buffer, settings: MetaSettings, now: Date): Reading {
  const elements = readBatch(bytes, { settings, now });
  if ('faults' in elements) return elements;
  return { deliveryId: createHash('sha256').update(bytes).digest('hex'), list: true, elements };
}
