import { z } from 'zod';
import { SECRET_REFERENCE } from '../../sources/source.js';
import { keyed } from '../shape/keyed.js';
import { sourceName } from './forms.js';

/** The source that there is where none is written. Its type has no settings of its own. */
export const DEFAULT_SOURCE = { name: 'voice', type: 'standard' } as const;

/** What the configuration must know of a type of source. */
export interface ConfigurableSource {
  /** As in `type: zendesk`. */
  readonly type: string;
  readonly summary: string;
  /** The keys of this type beyond those that every source has. */
  readonly settings: z.ZodType;
  /** Of those, the ones that are references to secrets. */
  readonly secretSettings?: readonly string[];
  /** What is wrong with a secret for this type, as it goes on from "the secret": "is shorter than 24 bytes". Absent: any will do. */
  readonly checkSecret?: (secret: string) => string | undefined;
}

const SECRET = 'env:NAME of an environment variable, or file:/path of a file, never the secret itself';
const LIMITS = '{ per_second: 500, burst: 10000 } or off';
const aboveZero = z.int({ error: 'a whole number from 1' }).min(1, { error: 'a whole number from 1' });
const DAYS = 'a number of days from 0 to 3650';

/** The keys that every source has. */
export function sourceKeys(types: readonly ConfigurableSource[]) {
  const names = types.map(({ type }) => type);
  return {
    name: sourceName.describe('Stands in the address: /hooks/<name>.'),
    type: z
      .enum(names, { error: `one of ${names.join(', ')}` })
      .describe('Who sends: one of the types of sources.'),
    secrets: z
      .array(z.string({ error: SECRET }).regex(SECRET_REFERENCE, { error: SECRET }), {
        error: 'a list of one or two references to secrets',
      })
      .min(1, { error: 'one reference to a secret, or two while one is being replaced' })
      .max(2, { error: 'two references at most: the new secret and the one it replaces' })
      .describe('References to the secrets valid now, newest first: env:NAME or file:/path.'),
    limits: z
      .union(
        [
          z.literal('off'),
          keyed(
            {
              per_second: aboveZero.describe('Calls a second, for long.'),
              burst: aboveZero
                .optional()
                .describe('Calls at once; ten seconds of calls where it is not given.'),
            },
            LIMITS,
          ),
        ],
        { error: LIMITS },
      )
      .optional()
      .describe('Over these the sender is told to slow down (429). Usually 500 a second, 10,000 at once.'),
    keep_bodies_days: z
      .int({ error: DAYS })
      .min(0, { error: DAYS })
      .max(3650, { error: DAYS })
      .optional()
      .describe('How long the raw webhook calls are kept. Usually 30 days.'),
  };
}

/** What else stands in a source belongs to its type, and is checked by the type's own schema. */
export function sourceYaml(types: readonly ConfigurableSource[]) {
  return z.looseObject(sourceKeys(types), { error: 'a source: name, type and secrets' });
}

export type SourceYaml = z.infer<ReturnType<typeof sourceYaml>>;
