/** Senders of webhooks, with signers of their own: what the product verifies is not signed by the product's code. */
import { createHmac, randomUUID } from 'node:crypto';

export const VOICE_SECRET = `whsec_${Buffer.from('the-secret-of-the-voices-in-stories').toString('base64')}`;
export const ZENDESK_SECRET = 'the-secret-of-zendesk-in-stories';

/** A voice as a sender writes it; see docs/sources.md. */
export interface Voice {
  readonly kind: string;
  readonly [field: string]: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export function standardHeaders(signing: {
  readonly body: string | Buffer;
  readonly id?: string;
  readonly secret?: string;
  readonly offsetSec?: number;
}): Record<string, string> {
  const { body, id = `msg_${randomUUID()}`, secret = VOICE_SECRET, offsetSec = 0 } = signing;
  const timestamp = String(Math.floor(Date.now() / 1000) + offsetSec);
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

/** https://developer.zendesk.com/documentation/webhooks/verifying/ */
function zendeskHeaders(body: string): Record<string, string> {
  const timestamp = new Date().toISOString().replace(/\.\d+Z$/u, 'Z');
  const signature = createHmac('sha256', ZENDESK_SECRET).update(timestamp).update(body).digest('base64');
  return {
    'content-type': 'application/json',
    'x-zendesk-webhook-id': '01HSTORIES',
    'x-zendesk-webhook-invocation-id': randomUUID(),
    'x-zendesk-webhook-signature': signature,
    'x-zendesk-webhook-signature-timestamp': timestamp,
  };
}

/** `address`: of the product's public door. */
export async function sendVoice(address: string, voice: Voice, id?: string): Promise<Answer> {
  const body = JSON.stringify(voice);
  return post(`${address}/hooks/voice`, body, standardHeaders({ body, ...(id !== undefined && { id }) }));
}

export async function sendZendesk(address: string, event: unknown): Promise<Answer> {
  const body = JSON.stringify(event);
  return post(`${address}/hooks/zendesk`, body, zendeskHeaders(body));
}

export async function post(url: string, body: string, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', body, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? '' : JSON.parse(text) };
}

/** A bad survey answer about a refund, of a customer of its own where none is named. */
export function lowScore(more: Partial<Voice> = {}): Voice {
  const who = randomUUID();
  return {
    kind: 'survey',
    metric: 'csat',
    score: 1,
    text: 'Third time I call about the same refund.',
    external_id: `answer-${randomUUID()}`,
    customer: { id: who, name: 'Maria Lopez', email: `${who}@example.com` },
    ...more,
  };
}
