/** Reads what Zendesk sends without trusting its shape: an odd value is as good as none, because Zendesk cannot mend it. */
import { shorten } from '../../domain/plain-text.js';
import type { JsonObject } from '../../inbound/read-json.js';

const LONGEST_ID = 512;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 20_000;
const MOST_TAGS = 50;
const LONGEST_TAG = 100;

/** Ids are strings in events and may be numbers in trigger bodies; beyond 2^53 a number has lost digits and is no id. */
export function idText(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const id = value.trim();
  return id === '' || id.length > LONGEST_ID ? undefined : id;
}

export function nameText(value: unknown): string | undefined {
  return shortText(value, LONGEST_NAME);
}

/** What somebody wrote; cut with an ellipsis, because losing the end is better than losing the voice. */
export function longText(value: unknown): string | undefined {
  return shortText(value, LONGEST_TEXT);
}

function shortText(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return shorten(value, most);
}

/** A list in events, one text with spaces between in trigger bodies. */
export function tagList(value: unknown): readonly string[] {
  const tags: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(' ')
      : [];
  return tags.filter(isTag).slice(0, MOST_TAGS);
}

function isTag(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_TAG;
}

export function objectIn(from: JsonObject, key: string): JsonObject {
  const value = from[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** `facts` without what is undefined; undefined where nothing is left. */
export function factsOf<Facts extends object>(facts: {
  readonly [Key in keyof Facts]: Facts[Key] | undefined;
}): Facts | undefined {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return known.length > 0 ? (Object.fromEntries(known) as Facts) : undefined;
}
