import { isUtf8 } from 'node:buffer';
import type { Fault } from '../domain/delivery.js';
import { nestsDeeper } from './json-depth.js';
import { tidyValue } from './tidy-value.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface Faults {
  readonly faults: readonly Fault[];
}

/** One JSON object, or what is wrong with it; `root` is where it stands in the body: '' or `[3]`. */
export type JsonItem = { readonly root: string } & ({ readonly value: JsonObject } | Faults);

/** Far deeper than any element may nest, and what the parser takes in its stride; a deeper body is not handed to it at all. */
const DEEPEST_BODY = 5_000;

/** The JSON object in `bytes`. Never throws, whatever the bytes are. */
export function readJsonObject(bytes: Buffer): { readonly value: JsonObject } | Faults {
  const parsed = parse(bytes);
  return 'faults' in parsed ? parsed : readItem(parsed.value, '', parsed.escaped);
}

/** The JSON object in `bytes`, or the list of up to `most` of them, each judged by itself. Never throws. */
export function readJsonItems(
  bytes: Buffer,
  most: number,
): { readonly list: boolean; readonly items: readonly JsonItem[] } | Faults {
  const parsed = parse(bytes);
  if ('faults' in parsed) return parsed;
  const { value, escaped } = parsed;
  if (!Array.isArray(value)) return { list: false, items: [readItem(value, '', escaped)] };
  if (value.length === 0) return refused(`is an empty list: send 1 to ${most} at once`);
  if (value.length > most) return refused(`is a list of ${value.length}: send at most ${most} at once`);
  return { list: true, items: value.map((each, index) => readItem(each, `[${index}]`, escaped)) };
}

/** Something in a body that is judged by itself: where it stands, and what it is. */
export interface Place {
  readonly root: string;
  readonly value: unknown;
}

interface ItemsWithin<Found extends Place> {
  /** What of a body is to be read; a fault where there is nothing. */
  readonly placesIn: (body: JsonObject) => readonly Found[] | Faults;
  readonly most: number;
  /** What they are called, many of them. */
  readonly name: string;
}

/** Items that stand somewhere in the JSON object in `bytes`, each judged by itself: a large batch is not one large value. Never throws. */
export function readItemsWithin<Found extends Place>(
  bytes: Buffer,
  { placesIn, most, name }: ItemsWithin<Found>,
): readonly { readonly place: Found; readonly item: JsonItem }[] | Faults {
  const parsed = parse(bytes);
  if ('faults' in parsed) return parsed;
  const { value, escaped } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused('must be a JSON object');
  const places = placesIn(value as JsonObject);
  if ('faults' in places) return places;
  if (places.length > most) return refused(`holds ${places.length} ${name}: send at most ${most} at once`);
  return places.map((place) => ({ place, item: readItem(place.value, place.root, escaped) }));
}

/** `escaped`: the text had \u escapes. */
function parse(bytes: Buffer): { readonly value: unknown; readonly escaped: boolean } | Faults {
  if (bytes.length === 0) return refused('is empty: send JSON');
  if (!isUtf8(bytes)) return refused('is not UTF-8');
  if (nestsDeeper(bytes, DEEPEST_BODY)) return refused('is nested far too deep');
  const text = withoutByteOrderMark(bytes.toString('utf8'));
  try {
    return { value: JSON.parse(text) as unknown, escaped: text.includes('\\u') };
  } catch (error) {
    const position = error instanceof SyntaxError ? /position (\d+)/u.exec(error.message)?.[1] : undefined;
    return refused(position === undefined ? 'is not JSON' : `is not JSON: it breaks at position ${position}`);
  }
}

function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function readItem(value: unknown, root: string, escaped: boolean): JsonItem {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { root, faults: [{ path: root, message: 'must be a JSON object' }] };
  }
  const faults = tidyValue(value, { root, escaped });
  return faults.length > 0 ? { root, faults } : { root, value: value as JsonObject };
}

function refused(what: string): Faults {
  return { faults: [{ path: '', message: `the body ${what}` }] };
}
