import { createHmac } from 'node:crypto';
import { meta } from '../../src/sources/meta.js';
import { describeSource } from '../contracts/source-contract.js';

describeSource({
  type: meta,
  secrets: { newer: '0123456789abcdef'.repeat(2), older: 'a'.repeat(32), strange: 'b'.repeat(32) },
  settings: { verify_token: 'env:META_VERIFY_TOKEN', read_messages: true },
  sign: ({ body, secret }) => ({
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  }),
  signsTime: false,
  underAnotherId: (request) => ({
    ...request,
    body: Buffer.from(request.body.toString('utf8').replace('"entry"', '"another":1,"entry"')),
  }),
  signatureHeader: 'x-hub-signature-256',
  answer: (receipt) => ({ status: 200, body: [receipt] }),
  samples: 'meta',
  isApiObject: () => false,
});
