/** Slack's v0 signature: https://docs.slack.dev/authentication/verifying-requests-from-slack */
import { createHmacCheck } from '../../../inbound/hmac.js';
import type { RawRequest } from '../../../inbound/raw-request.js';
import { unverified, VERIFIED, type Verification } from '../../../inbound/verification.js';
import { INBOUND } from '../limits.js';

const SIGNATURE = /^v0=([0-9a-f]{64})$/u;
const UNIX_SECONDS = /^\d{1,11}$/u;

export const SIGNATURE_HEADER = 'x-slack-signature';
export const TIMESTAMP_HEADER = 'x-slack-request-timestamp';

export type SlackCheck = (request: Pick<RawRequest, 'headers' | 'body'>, now: Date) => Verification;

/**
 * Whether Slack signed these very bytes within five minutes of now, before or after: bare Bolt takes a signature from the future.
 * Throws where the secret is too short to be one: the configuration has checked it before.
 */
export function createSlackCheck(signingSecret: string): SlackCheck {
  const signedByUs = createHmacCheck({
    algorithm: 'sha256',
    encoding: 'hex',
    keys: [Buffer.from(signingSecret, 'utf8')],
  });
  return ({ headers, body }, now) => {
    const timestamp = headers[TIMESTAMP_HEADER];
    const signature = headers[SIGNATURE_HEADER];
    if (timestamp === undefined || signature === undefined) return unverified('it is not signed');
    if (!UNIX_SECONDS.test(timestamp)) return unverified('its timestamp is no time in seconds');
    const digest = SIGNATURE.exec(signature)?.[1];
    if (digest === undefined) return unverified('its signature is not of version 0');
    if (!signedByUs([`v0:${timestamp}:`, body], [digest])) {
      return unverified('its signature does not match SLACK_SIGNING_SECRET');
    }
    if (Math.abs(now.getTime() - Number(timestamp) * 1000) > INBOUND.signatureAgeMs) {
      return unverified('its timestamp is more than 5 minutes off');
    }
    return VERIFIED;
  };
}
