import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

interface HmacOptions {
  readonly algorithm: 'sha256' | 'sha1';
  /** How the sender writes its digests; compared as text, so that only one spelling is right. */
  readonly encoding: 'base64' | 'hex';
  /** The keys valid now: two while one is being replaced. */
  readonly keys: readonly Uint8Array[];
}

/** Whether one of the digests `given` is that of `parts`, one after the other. Text parts are header values, which Node hands out as latin1. */
type HmacCheck = (parts: readonly (string | Uint8Array)[], given: readonly string[]) => boolean;

/** Shorter keys can be guessed; 16 bytes is the least that the senders we know hand out. */
const SHORTEST_KEY_BYTES = 16;

/** The check takes a time that does not tell how much of a digest was right. Throws where a key can be guessed. */
export function createHmacCheck({ algorithm, encoding, keys }: HmacOptions): HmacCheck {
  if (keys.some((key) => key.byteLength < SHORTEST_KEY_BYTES)) {
    throw new Error(`a signing secret is shorter than ${SHORTEST_KEY_BYTES} bytes`);
  }
  const secretKeys = keys.map((key) => createSecretKey(key));
  return (parts, given) =>
    secretKeys.some((key) => {
      const hmac = createHmac(algorithm, key);
      for (const part of parts) {
        if (typeof part === 'string') hmac.update(part, 'latin1');
        else hmac.update(part);
      }
      const digest = Buffer.from(hmac.digest(encoding), 'latin1');
      return given.some((each) => isEqual(Buffer.from(each, 'latin1'), digest));
    });
}

function isEqual(given: Buffer, digest: Buffer): boolean {
  return given.byteLength === digest.byteLength && timingSafeEqual(given, digest);
}
