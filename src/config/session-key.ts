/** The key that signs the desk's sessions: kept, so that a restart signs nobody out. */
import { keepSecret } from './kept-secret.js';

const KEY_BYTES = 32;
const FORM = /^[0-9a-f]{64}$/u;

/** Throws what the file system throws, and BrokenSecretFile. */
export function keepSessionKey(given: {
  readonly dataDirectory: string;
  readonly randomBytes: (count: number) => Uint8Array;
}): Uint8Array {
  const make = (): string => Buffer.from(given.randomBytes(KEY_BYTES)).toString('hex');
  return Buffer.from(keepSecret({ ...given, name: 'session-key', form: FORM, make }).secret, 'hex');
}
