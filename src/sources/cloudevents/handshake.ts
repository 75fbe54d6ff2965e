import type { Handshake } from '../source.js';

/** A sender asks whether its events are welcome. https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md#4-abuse-protection */
export function createCloudEventsHandshake(allowedOrigins: readonly string[]): Handshake {
  return {
    method: 'OPTIONS',
    answer({ headers }) {
      const asked = headers['webhook-request-origin']?.trim().toLowerCase();
      const origin = allowedOrigins.find((each) => each === asked);
      if (origin === undefined) return undefined;
      return {
        headers: {
          allow: 'POST',
          'webhook-allowed-origin': origin,
          // Who sends too much is told so by 429.
          ...(headers['webhook-request-rate'] !== undefined && { 'webhook-allowed-rate': '*' }),
        },
        body: '',
      };
    },
  };
}
