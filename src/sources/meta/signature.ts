import { createHmacCheck } from '../../inbound/hmac.js';
import type { RawRequest } from '../../inbound/raw-request.js';
import { unverified, VERIFIED, type Verification } from '../../inbound/verification.js';

const PREFIX = 'sha256=';

/**
 * `sha256=` and hex of the HMAC-SHA256 over the body as it was sent, with its \u escapes. No time is signed: what is sent again is
 * known by its bytes and by the ids in it. https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
 */
export function createMetaCheck(secrets: readonly string[]): (request: RawRequest) => Verification {
  const signedByUs = createHmacCheck({
    algorithm: 'sha256',
    encoding: 'hex',
    keys: secrets.map((secret) => Buffer.from(secret, 'utf8')),
  });
  return ({ headers, body }) => {
    const signature = headers['x-hub-signature-256'];
    if (!signature) return unverified('x-hub-signature-256 is missing');
    if (!signature.startsWith(PREFIX)) return unverified('x-hub-signature-256 does not begin with sha256=');
    return signedByUs([body], [signature.slice(PREFIX.length)])
      ? VERIFIED
      : unverified('the signature matches no secret');
  };
}
