/** Vendors who send webhooks in their own shapes, signed by their own rules and by none of the product's code. */
import { createHmac } from 'node:crypto';
import { type Answer, post } from './senders.js';

export const CHATWOOT_SECRET = 'the-secret-of-chatwoot-in-stories';
export const META_APP_SECRET = '0123456789abcdef0123456789abcdef';
export const META_VERIFY_TOKEN = 'the word of the stories';

/** https://github.com/chatwoot/chatwoot/pull/13573 */
export async function sendChatwoot(address: string, event: unknown): Promise<Answer> {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', CHATWOOT_SECRET).update(`${timestamp}.${body}`).digest('hex');
  return post(`${address}/hooks/chatwoot`, body, {
    'content-type': 'application/json',
    'x-chatwoot-signature': `sha256=${digest}`,
    'x-chatwoot-timestamp': timestamp,
  });
}

/** https://developers.facebook.com/docs/graph-api/webhooks/getting-started: every letter beyond ASCII is escaped, then signed. */
export async function sendMeta(address: string, batch: unknown): Promise<Answer> {
  const body = JSON.stringify(batch).split('').map(escaped).join('');
  const digest = createHmac('sha256', META_APP_SECRET).update(body).digest('hex');
  return post(`${address}/hooks/meta`, body, {
    'content-type': 'application/json',
    'x-hub-signature-256': `sha256=${digest}`,
  });
}

function escaped(unit: string): string {
  return unit <= '~' ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
