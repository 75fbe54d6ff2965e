import { createHmac } from 'node:crypto';
import { cloudevents } from '../../src/sources/cloudevents.js';
import { describeSource } from '../contracts/source-contract.js';

const secretOf = (byte: number): string => `whsec_${Buffer.alloc(24, byte).toString('base64')}`;

describeSource({
  type: cloudevents,
  secrets: { newer: secretOf(1), older: secretOf(2), strange: secretOf(3) },
  settings: {},
  contentType: 'application/cloudevents+json; charset=utf-8',
  sign: ({ body, secret, at, id }) => {
    const timestamp = String(at.getTime() / 1000);
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signed = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signed}` };
  },
  underAnotherId: (request) => ({ ...request, headers: { ...request.headers, 'webhook-id': 'msg_other' } }),
  signatureHeader: 'webhook-signature',
  samples: 'cloudevents',
  isApiObject: () => false,
});
