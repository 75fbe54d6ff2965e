import { createHmacCheck } from '../../inbound/hmac.js';
import { parseInstant } from '../../inbound/instant.js';
import type { RawRequest } from '../../inbound/raw-request.js';
import { isTimely } from '../../inbound/timely.js';
import { unverified, VERIFIED, type Verification } from '../../inbound/verification.js';

/** base64 of the HMAC-SHA256 over timestamp and body, nothing between. https://developer.zendesk.com/documentation/webhooks/verifying/ */
export function createZendeskCheck(
  secrets: readonly string[],
): (request: RawRequest, now: Date) => Verification {
  const signedByUs = createHmacCheck({
    algorithm: 'sha256',
    encoding: 'base64',
    keys: secrets.map((secret) => Buffer.from(secret, 'utf8')),
  });
  return ({ headers, body }, now) => {
    const signature = headers['x-zendesk-webhook-signature'];
    const timestamp = headers['x-zendesk-webhook-signature-timestamp'];
    if (!signature || !timestamp) {
      return unverified('x-zendesk-webhook-signature or its timestamp is missing');
    }
    if (!signedByUs([timestamp, body], [signature])) {
      return unverified('the signature matches no secret');
    }
    const signedAt = parseInstant(timestamp);
    if (!signedAt) return unverified('the signature timestamp is not a time');
    if (!isTimely(signedAt.getTime(), now))
      return unverified('the signature timestamp is more than 5 minutes off');
    return VERIFIED;
  };
}
