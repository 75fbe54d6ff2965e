/** The small forms that the parts of earshot.yaml are made of, each with what would be right. */
import { z } from 'zod';
import { METRICS } from '../../domain/score.js';
import { SEVERITIES } from '../../domain/severity.js';

/** A short text in one line. Patterns here also hold for editors, which read them without the flag u. */
export function shortText(what: string, longest = 100) {
  const error = `${what}, a text of at most ${longest} characters (in quotes where it could be read as a number)`;
  return z
    .string({ error })
    .regex(/^.*\S.*$/u, { error })
    .max(longest, { error });
}

/** One or a list of them: `tier: gold` and `tier: [gold, platinum]`. */
export function oneOrMore<Item extends z.ZodType>(item: Item, mend: string) {
  return z.union([item, z.array(item, { error: mend }).min(1, { error: mend })], { error: mend });
}

export function listOf<T extends string>(value: T | readonly T[]): readonly T[];
export function listOf<T extends string>(value: T | readonly T[] | undefined): readonly T[] | undefined;
export function listOf<T extends string>(value: T | readonly T[] | undefined): readonly T[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

export const severity = z.enum(SEVERITIES, { error: `one of ${SEVERITIES.join(', ')}` });

export const metric = z.enum(METRICS, { error: `one of ${METRICS.join(', ')}` });

export const theme = shortText('a theme, such as refunds', 60);

export const emailAddress = z.email({ error: 'an e-mail address' });

/** Used in the address /hooks/<name>. */
export const sourceName = z
  .string({
    error: 'a name of a-z, 0-9 and -, at most 60 characters: it stands in the address /hooks/<name>',
  })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/u, {
    error: 'a name of a-z, 0-9 and -, at most 60 characters: it stands in the address /hooks/<name>',
  });

export const teamName = shortText('the name of a team', 60);

export const atLeastZero = z.number({ error: 'a number from 0' }).min(0, { error: 'a number from 0' });

export const yesOrNo = z.boolean({ error: 'true or false' });
