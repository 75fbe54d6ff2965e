/** The secret of the default source: made once, at the first start without configuration, and kept in the data directory. */
import { keepSecret, type KeptSecret } from './kept-secret.js';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;
/** Standard Webhooks asks for 24 to 64 bytes: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
const FORM = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/u;

export type WebhookSecret = KeptSecret;

/** Throws what the file system throws, and BrokenSecretFile. */
export function keepWebhookSecret(given: {
  readonly dataDirectory: string;
  readonly randomBytes: (count: number) => Uint8Array;
}): WebhookSecret {
  const make = (): string => PREFIX + Buffer.from(given.randomBytes(SECRET_BYTES)).toString('base64');
  return keepSecret({ ...given, name: 'webhook-secret', form: FORM, make });
}
