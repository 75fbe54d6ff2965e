import { z } from 'zod';
import { SECRET_REFERENCE } from '../source.js';

const REFERENCE =
  'env:NAME of an environment variable, or file:/path of a file, that holds the word you typed as “Verify token” at Meta';

export const metaSettings = z.strictObject({
  verify_token: z
    .string({ error: REFERENCE })
    .regex(SECRET_REFERENCE, { error: REFERENCE })
    .describe(
      'A reference, as in secrets, to the word that you typed as “Verify token” where you gave Meta the address',
    ),
  read_messages: z
    .boolean()
    .default(false)
    .describe(
      'true: direct messages are heard as well, as mentions; rules and the reading decide. Usually only what is public is',
    ),
});

export type MetaSettings = z.infer<typeof metaSettings>;
