import { createHmac } from 'node:crypto';

/** The headers that prove a request is Slack's: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signatureHeaders(options: {
  readonly secret: string;
  /** Seconds since 1970. */
  readonly timestampSec: number;
  readonly body: string | Uint8Array;
}): Readonly<Record<string, string>> {
  const { secret, timestampSec, body } = options;
  const signature = createHmac('sha256', secret).update(`v0:${timestampSec}:`).update(body).digest('hex');
  return { 'x-slack-request-timestamp': String(timestampSec), 'x-slack-signature': `v0=${signature}` };
}
