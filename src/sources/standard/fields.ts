/** The fields of the generic signal on the wire: the one place for their names, caps and meaning. docs/sources.md is tested against it. */
import {
  SIGNAL_KINDS,
  type AccountFacts,
  type Author,
  type CustomerFacts,
  type Signal,
} from '../../domain/signal.js';
import { METRICS } from '../../domain/score.js';
import { currency, emailAddress, languageTag, timeZone, type Form } from './forms.js';

export const CAPS = {
  /** Signals in one call. */
  list: 500,
  /** Identifiers, in characters. */
  id: 512,
  text: 20_000,
  name: 200,
  url: 2_048,
  tags: 50,
  tag: 100,
  /** The longest e-mail address there is (RFC 3696, erratum 1690: 254) and some. */
  email: 320,
  short: 64,
  /** Numbers beyond are no amounts and no audiences. */
  number: 1e15,
  /** All unknown fields of one signal, as JSON, in characters. */
  extra: 16_000,
} as const;

/** The properties of `Facts` that hold plain text. */
export type TextKey<Facts> = {
  [Key in keyof Facts]-?: string extends Required<Facts>[Key]
    ? Required<Facts>[Key] extends string
      ? Key
      : never
    : never;
}[keyof Facts] &
  string;

export interface TextField<Facts> {
  readonly to: TextKey<Facts>;
  readonly most: number;
  readonly means: string;
  /** What does not fit the form is kept among the unknown fields instead. */
  readonly form?: Form;
}

/** By name on the wire. */
export type TextFields<Facts> = ReadonlyMap<string, TextField<Facts>>;

function textFields<Facts>(fields: Readonly<Record<string, TextField<Facts>>>): TextFields<Facts> {
  return new Map(Object.entries(fields));
}

export const SIGNAL_TEXTS = textFields<Omit<Signal, 'url'>>({
  text: { to: 'text', most: CAPS.text, means: 'The customer’s own words' },
  external_id: {
    to: 'externalId',
    most: CAPS.id,
    means: 'What you call this answer, event or post; sent again unchanged it is a duplicate',
  },
  conversation_id: {
    to: 'conversationId',
    most: CAPS.id,
    means: 'The ticket or conversation: signals that share it are one matter',
  },
  channel: {
    to: 'channel',
    most: CAPS.name,
    means: 'Where the customer spoke: email, chat, phone, app store …',
  },
  agent: { to: 'agent', most: CAPS.name, means: 'Who served the customer' },
  location: { to: 'location', most: CAPS.name, means: 'Region, country, shop or branch' },
  language: {
    to: 'language',
    most: CAPS.short,
    means: 'Language of the text, such as `en` or `pt-BR`',
    form: languageTag,
  },
});

export const AUTHOR_TEXTS = textFields<Author>({
  name: { to: 'name', most: CAPS.name, means: 'Who wrote in public' },
  handle: { to: 'handle', most: CAPS.name, means: 'Their name on that platform' },
});

export const ACCOUNT_TEXTS = textFields<AccountFacts>({
  id: { to: 'id', most: CAPS.id, means: 'Your id of the company behind the customer' },
  name: { to: 'name', most: CAPS.name, means: 'Its name' },
  tier: { to: 'tier', most: CAPS.name, means: 'Its tier, as your deadlines and rules name it' },
  currency: {
    to: 'currency',
    most: CAPS.short,
    means: 'Currency of the annual value, such as `EUR`',
    form: currency,
  },
  business_unit: { to: 'businessUnit', most: CAPS.name, means: 'The business unit that serves it' },
  owner: { to: 'owner', most: CAPS.name, means: 'Its account manager' },
});

export const CUSTOMER_TEXTS = textFields<CustomerFacts>({
  id: { to: 'id', most: CAPS.id, means: 'Your id of the person' },
  name: { to: 'name', most: CAPS.name, means: 'Their name' },
  email: { to: 'email', most: CAPS.email, means: 'Their e-mail address', form: emailAddress },
  phone: { to: 'phone', most: CAPS.short, means: 'Their telephone number' },
  stage: { to: 'stage', most: CAPS.name, means: 'Trial, onboarding, renewal …' },
  preferred_contact: { to: 'preferredContact', most: CAPS.name, means: 'How they want to be reached' },
  time_zone: {
    to: 'timeZone',
    most: CAPS.short,
    means: 'Their time zone, such as `Europe/Berlin`',
    form: timeZone,
  },
});

/** The fields that are not plain text, and what they take. */
export const OTHER_FIELDS: Readonly<Record<string, { readonly takes: string; readonly means: string }>> = {
  kind: { takes: `one of ${SIGNAL_KINDS.join(', ')}`, means: '**Required.** What sort of voice it is' },
  metric: {
    takes: `one of ${METRICS.join(', ')}`,
    means: 'What the score measures; required beside a score',
  },
  score: {
    takes: 'a number within the scale; for thumbs also `"good"` or `"bad"`',
    means: '**Required where there is no text**',
  },
  'scale.min': { takes: 'a number', means: 'The worst score; default the metric’s usual scale' },
  'scale.max': { takes: 'a number above `scale.min`', means: 'The best score' },
  occurred_at: {
    takes: 'ISO 8601 with a zone, from the year 2000 to a day from now',
    means: 'When the customer said it; default now',
  },
  url: {
    takes: `http or https, ${CAPS.url.toLocaleString('en-GB')} characters`,
    means: 'Where a person can see it',
  },
  tags: {
    takes: `a list of ${CAPS.tags} texts of ${CAPS.tag} characters`,
    means: 'Labels, for rules and routes',
  },
  'author.reach': { takes: 'a number from 0', means: 'Followers or readers' },
  'account.annual_value': { takes: 'a number from 0', means: 'What the account is worth a year' },
};

/** Names that are read, at the top of a signal, beyond its plain texts. */
export const OTHER_NAMES: ReadonlySet<string> = new Set([
  'kind',
  'metric',
  'score',
  'scale',
  'occurred_at',
  'url',
  'tags',
  'author',
  'account',
  'customer',
]);
