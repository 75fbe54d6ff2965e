/** Reads what a vendor sends without trusting its shape: an odd value is as good as none, because the vendor will not mend it. */
import type { Element } from '../domain/delivery.js';
import { shorten } from '../domain/plain-text.js';
import { isPlausible, parseInstant } from '../inbound/instant.js';
import type { JsonObject } from '../inbound/read-json.js';
import { webAddress } from '../inbound/web-address.js';

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

export function listIn(from: JsonObject, key: string): readonly unknown[] {
  const value = from[key];
  return Array.isArray(value) ? value : [];
}

const MOST_SECONDS = 100_000_000_000;

/** When it was, as senders write it: ISO 8601, seconds or milliseconds since 1970; `now` where that is none or cannot be. */
export function momentOf(value: unknown, now: Date): Date {
  return momentIn(value, now) ?? now;
}

/** The same, undefined where it is none. */
export function momentIn(value: unknown, now: Date): Date | undefined {
  const at = typeof value === 'number' ? sinceEpoch(value) : readText(value);
  return at && isPlausible(at, now) ? at : undefined;
}

function sinceEpoch(value: number): Date {
  return new Date(value < MOST_SECONDS ? value * 1000 : value);
}

/** Some write `2026-11-20 10:45:00 UTC`. */
function readText(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  return parseInstant(value) ?? parseInstant(value.replace(/^(\S{10}) (\S{8}) UTC$/u, '$1T$2Z'));
}

const LONGEST_ADDRESS = 2_048;

export function linkText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_ADDRESS) return undefined;
  const address = webAddress(value);
  return address !== undefined && address.length <= LONGEST_ADDRESS ? address : undefined;
}

export function ignored(reason: string): Element {
  return { kind: 'ignored', reason };
}

export function refused(path: string, message: string): Element {
  return { kind: 'refused', faults: [{ path, message }] };
}

/** `facts` without what is undefined; undefined where nothing is left. Every webhook passes here: key by key, which costs the least. */
export function factsOf<Facts extends object>(facts: {
  readonly [Key in keyof Facts]: Facts[Key] | undefined;
}): Facts | undefined {
  const known: Partial<Facts> = {};
  let any = false;
  for (const key in facts) {
    const value = facts[key];
    if (value === undefined) continue;
    known[key] = value;
    any = true;
  }
  return any ? (known as Facts) : undefined;
}
