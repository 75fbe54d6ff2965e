import { createSecretCheck } from '../../inbound/same-secret.js';
import type { Handshake } from '../source.js';

/** Meta sends digits; whatever comes back is text of a form that no browser would take for anything else. */
const CHALLENGE = /^[\w-]{1,200}$/u;

/** Who knows the verify token gets their challenge back. https://developers.facebook.com/docs/graph-api/webhooks/getting-started */
export function createMetaHandshake(verifyToken: string): Handshake {
  const isOurs = createSecretCheck([verifyToken]);
  return {
    method: 'GET',
    answer({ target }) {
      const query = target.indexOf('?');
      const asked = new URLSearchParams(query === -1 ? '' : target.slice(query + 1));
      const challenge = asked.get('hub.challenge') ?? '';
      if (!isOurs(asked.get('hub.verify_token') ?? '')) return undefined;
      if (asked.get('hub.mode') !== 'subscribe' || !CHALLENGE.test(challenge)) return undefined;
      return { headers: { 'content-type': 'text/plain; charset=utf-8' }, body: challenge };
    },
  };
}
