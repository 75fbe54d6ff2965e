import { createHmac } from 'node:crypto';

export interface ToSign {
  /** `whsec_` and base64, as Earshot wrote it. */
  readonly secret: string;
  /** The webhook-id. */
  readonly id: string;
  readonly body: string;
  readonly now: Date;
}

/**
 * The headers that Standard Webhooks ask of a sender.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signedHeaders({ secret, id, body, now }: ToSign): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.trim().replace(/^whsec_/u, ''), 'base64');
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
