import { z } from 'zod';
import type { Condition } from '../../domain/policy.js';
import { SEVERITIES } from '../../domain/severity.js';
import { SIGNAL_KINDS } from '../../domain/signal.js';
import { keyed } from '../shape/keyed.js';
import {
  atLeastZero,
  listOf,
  metric,
  oneOrMore,
  severity,
  shortText,
  sourceName,
  theme,
  yesOrNo,
} from './forms.js';

const PHRASE = 'a word or phrase; a * may stand at its end only, for any ending';
const phrase = z
  .string({ error: PHRASE })
  .regex(/^(?=.*[^\s*])[^*]+\*?$/u, { error: PHRASE })
  .max(200, { error: PHRASE });

/** One phrase or a list of them, as `says` has them. */
export const phrases = oneOrMore(phrase, `${PHRASE}; or a list of them`);

const LANGUAGE = 'a language by its code of two or three letters, such as de';

const conditions = {
  source: oneOrMore(sourceName, 'the name of a source, or a list of names')
    .optional()
    .describe('Names of sources.'),
  kind: oneOrMore(
    z.enum(SIGNAL_KINDS, { error: `one of ${SIGNAL_KINDS.join(', ')}` }),
    `one or a list of ${SIGNAL_KINDS.join(', ')}`,
  )
    .optional()
    .describe('What kind of voice it is.'),
  tier: words('a tier, such as gold').describe('The tier of the account.'),
  stage: words('a stage, such as new').describe('The stage of the customer.'),
  region: words('a region').describe('Where the customer spoke, as the sender calls it.'),
  business_unit: words('a business unit').describe('The business unit of the account.'),
  tags: words('a tag').describe('One of these tags is on it.'),
  language: oneOrMore(z.string({ error: LANGUAGE }).regex(/^[a-z]{2,3}$/u, { error: LANGUAGE }), LANGUAGE)
    .optional()
    .describe('The language that the sender names.'),
  metric: metric.optional().describe('What the score measures.'),
  score_at_most: z
    .number({ error: 'a number on the usual scale of the metric' })
    .optional()
    .describe(
      "The score on the metric's usual scale: csat and stars 1 to 5, nps 0 to 10, ces 1 to 7, thumbs 0 or 1.",
    ),
  says: phrases.optional().describe('One of these is in the text; a trailing * matches any ending: cancel*.'),
  says_except: phrases
    .optional()
    .describe('Inside these, a word of `says` does not count: no need to cancel.'),
  even_when_happy: yesOrNo.optional().describe('Look for `says` in praise and beside a good score too.'),
  reach_at_least: atLeastZero.optional().describe('Readers or followers of who wrote in public.'),
  annual_value_at_least: atLeastZero.optional().describe('What the account is worth a year.'),
};

const WHEN = 'what must hold, such as { tier: gold }';

export const condition = keyed(conditions, WHEN).meta({ minProperties: 1 });

/** A route also asks what was decided. */
export const routeCondition = keyed(
  {
    ...conditions,
    theme: oneOrMore(theme, 'a theme or a list of themes').optional().describe('What it is about.'),
    severity: oneOrMore(severity, `one or a list of ${SEVERITIES.join(', ')}`)
      .optional()
      .describe('How grave it is.'),
  },
  WHEN,
).meta({ minProperties: 1 });

type ConditionYaml = z.infer<typeof condition>;

export function readCondition(yaml: ConditionYaml): Condition {
  return {
    ...given('source', listOf(yaml.source)),
    ...given('kind', listOf(yaml.kind)),
    ...given('tier', listOf(yaml.tier)),
    ...given('stage', listOf(yaml.stage)),
    ...given('region', listOf(yaml.region)),
    ...given('businessUnit', listOf(yaml.business_unit)),
    ...given('tags', listOf(yaml.tags)),
    ...given('language', listOf(yaml.language)),
    ...given('metric', yaml.metric),
    ...given('scoreAtMost', yaml.score_at_most),
    ...given('says', listOf(yaml.says)),
    ...given('saysExcept', listOf(yaml.says_except)),
    ...given('evenWhenHappy', yaml.even_when_happy),
    ...given('reachAtLeast', yaml.reach_at_least),
    ...given('annualValueAtLeast', yaml.annual_value_at_least),
  };
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}

function words(what: string) {
  return oneOrMore(
    shortText(what),
    `${what}, or a list of them; in quotes where it could be read as a number`,
  ).optional();
}
