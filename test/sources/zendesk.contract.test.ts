import { createHmac } from 'node:crypto';
import { zendesk } from '../../src/sources/zendesk.js';
import { describeSource } from '../contracts/source-contract.js';

describeSource({
  type: zendesk,
  secrets: {
    newer: 'newer-secret-of-some-length',
    older: 'older-secret-of-some-length',
    strange: 'a-secret-of-somebody-else',
  },
  settings: { base_address: 'https://acme.zendesk.com/' },
  sign: ({ body, secret, at }) => {
    const timestamp = at.toISOString().replace('.000', '');
    const signature = createHmac('sha256', secret).update(timestamp).update(body).digest('base64');
    return {
      'x-zendesk-webhook-signature': signature,
      'x-zendesk-webhook-signature-timestamp': timestamp,
    };
  },
  underAnotherId: (request) => ({
    ...request,
    headers: { ...request.headers, 'x-zendesk-webhook-invocation-id': '01J0OTHER' },
    body: Buffer.from(request.body.toString('utf8').replace('"id":"0b7c1e0a', '"id":"ffffffff')),
  }),
  signatureHeader: 'x-zendesk-webhook-signature',
  samples: 'zendesk',
  isApiObject: (sample) => sample.includes('_object-'),
});
