import type { Element } from '../../domain/delivery.js';
import {
  SIGNAL_KINDS,
  type AccountFacts,
  type Author,
  type CustomerFacts,
  type Signal,
  type SignalKind,
} from '../../domain/signal.js';
import { isPlausible, parseInstant } from '../../inbound/instant.js';
import type { JsonItem } from '../../inbound/read-json.js';
import { webAddress } from '../../inbound/web-address.js';
import {
  checkText,
  createFieldReader,
  fault,
  isAbsent,
  nameOf,
  readNumber,
  readObject,
  readTexts,
  type FieldReader,
} from './field-reader.js';
import { ACCOUNT_TEXTS, AUTHOR_TEXTS, CAPS, CUSTOMER_TEXTS, OTHER_NAMES, SIGNAL_TEXTS } from './fields.js';
import { readScore } from './read-score.js';

type Draft<Facts> = { -readonly [Key in keyof Facts]: Facts[Key] };

/**
 * One generic signal from its JSON, or everything that is wrong with it. Every webhook passes here: written property by property,
 * because spread objects took several times as long, and a schema as long for its checks alone.
 */
export function readSignal(item: JsonItem, now: Date): Element {
  if ('faults' in item) return { kind: 'refused', faults: item.faults };
  const from = item.value;
  const reader = createFieldReader(item.root);
  const signal: Draft<Signal> = {
    kind: readKind(reader, from['kind']),
    occurredAt: readTime(reader, from['occurred_at'], now),
    tags: readTags(reader, from['tags']),
  };
  const score = readScore(reader, from);
  const url = readUrl(reader, from['url']);
  const author = readAuthor(reader, from['author']);
  const account = readAccount(reader, from['account']);
  const customer = readCustomer(reader, from['customer']);
  readTexts(reader, from, IN_SIGNAL, signal);
  if (isAbsent(from['score']) && !isGiven(from['text'])) fault(reader, '', 'needs a score, a text, or both');
  if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
  if (score) signal.score = score;
  if (url !== undefined) signal.url = url;
  if (author) signal.author = author;
  if (account) signal.account = account;
  if (customer) signal.customer = customer;
  if (reader.extra) signal.extra = reader.extra;
  return { kind: 'signal', signal };
}

const KIND_NAMES: ReadonlySet<string> = new Set(SIGNAL_KINDS);

/** After a fault the kind does not matter any more. */
function readKind(reader: FieldReader, value: unknown): SignalKind {
  if (typeof value === 'string' && KIND_NAMES.has(value)) return value as SignalKind;
  const what = isAbsent(value) ? 'is required: one of' : 'must be one of';
  fault(reader, 'kind', `${what} ${SIGNAL_KINDS.join(', ')}`);
  return 'report';
}

function readTime(reader: FieldReader, value: unknown, now: Date): Date {
  if (isAbsent(value)) return now;
  const at = typeof value === 'string' ? parseInstant(value) : undefined;
  if (!at) fault(reader, 'occurred_at', 'must be a date and time with a zone, such as 2026-11-20T10:40:00Z');
  else if (isPlausible(at, now)) return at;
  else fault(reader, 'occurred_at', 'must be from the year 2000 to a day from now');
  return now;
}

function readUrl(reader: FieldReader, value: unknown): string | undefined {
  if (isAbsent(value) || value === '') return undefined;
  const text = checkText(reader, 'url', value, CAPS.url);
  if (text === undefined) return undefined;
  const url = webAddress(text);
  if (url !== undefined) return checkText(reader, 'url', url, CAPS.url);
  fault(reader, 'url', 'must be an address that begins with https:// or http://');
  return undefined;
}

function readTags(reader: FieldReader, value: unknown): readonly string[] {
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) {
    fault(reader, 'tags', `must be a list of texts, not ${nameOf(value)}`);
    return [];
  }
  if (value.length > CAPS.tags) fault(reader, 'tags', `has ${value.length} tags; at most ${CAPS.tags}`);
  const tags = value.map((tag: unknown, index) => checkText(reader, `tags[${index}]`, tag, CAPS.tag)?.trim());
  return [...new Set(tags)].filter((tag): tag is string => tag !== undefined && tag !== '');
}

const IN_SIGNAL = { prefix: '', fields: SIGNAL_TEXTS, others: OTHER_NAMES };
const IN_AUTHOR = { prefix: 'author.', fields: AUTHOR_TEXTS, others: new Set(['reach']) };
const IN_ACCOUNT = { prefix: 'account.', fields: ACCOUNT_TEXTS, others: new Set(['annual_value']) };
const IN_CUSTOMER = { prefix: 'customer.', fields: CUSTOMER_TEXTS, others: new Set<string>() };

function readAuthor(reader: FieldReader, value: unknown): Author | undefined {
  const from = readObject(reader, 'author', value);
  if (!from) return undefined;
  const author: Draft<Author> = {};
  readTexts(reader, from, IN_AUTHOR, author);
  const reach = readNumber(reader, 'author.reach', from['reach'], 0);
  if (reach !== undefined) author.reach = reach;
  return unlessEmpty(author);
}

function readAccount(reader: FieldReader, value: unknown): AccountFacts | undefined {
  const from = readObject(reader, 'account', value);
  if (!from) return undefined;
  const account: Draft<AccountFacts> = {};
  readTexts(reader, from, IN_ACCOUNT, account);
  const annualValue = readNumber(reader, 'account.annual_value', from['annual_value'], 0);
  if (annualValue !== undefined) account.annualValue = annualValue;
  return unlessEmpty(account);
}

function readCustomer(reader: FieldReader, value: unknown): CustomerFacts | undefined {
  const from = readObject(reader, 'customer', value);
  if (!from) return undefined;
  const customer: Draft<CustomerFacts> = {};
  readTexts(reader, from, IN_CUSTOMER, customer);
  return unlessEmpty(customer);
}

function unlessEmpty<Facts extends object>(facts: Facts): Facts | undefined {
  return Object.keys(facts).length > 0 ? facts : undefined;
}

/** Whether a text was given at all: what is wrong with it has been said already. */
function isGiven(text: unknown): boolean {
  return !isAbsent(text) && (typeof text !== 'string' || text.trim() !== '');
}
