/**
 * What the schemas of the configuration share. The message of every issue says what would be right, and is shown as the mend;
 * the message for unknown keys is the list of the known ones.
 */
import { z } from 'zod';

const KEYS_APART = ', ';

/** A map with these keys and no others. */
export function keyed<Shape extends z.ZodRawShape>(shape: Shape, mend: string) {
  const known = Object.keys(shape).join(KEYS_APART);
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? known : mend) });
}

export function knownKeys(message: string): readonly string[] {
  return message.split(KEYS_APART);
}
