import { createHmac } from 'node:crypto';
import { chatwoot } from '../../src/sources/chatwoot.js';
import { describeSource } from '../contracts/source-contract.js';

describeSource({
  type: chatwoot,
  secrets: {
    newer: 'newer-secret-of-some-length',
    older: 'older-secret-of-some-length',
    strange: 'a-secret-of-somebody-else',
  },
  settings: { base_address: 'https://chat.acme.example/', read_messages: true },
  sign: ({ body, secret, at }) => {
    const timestamp = String(at.getTime() / 1000);
    const digest = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
    return { 'x-chatwoot-signature': `sha256=${digest}`, 'x-chatwoot-timestamp': timestamp };
  },
  // The header is not signed: another call is another body.
  underAnotherId: (request) => ({
    ...request,
    body: Buffer.from(request.body.toString('utf8').replace('{', '{"another":1,')),
  }),
  signatureHeader: 'x-chatwoot-signature',
  samples: 'chatwoot',
  isApiObject: () => false,
});
