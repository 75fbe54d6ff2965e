/** Values and bodies that have broken programs, drawn by chance. */
import { INJECTIONS } from '../cards/injections.js';
import type { Chance } from './seeded.js';

/** JSON as text, because JSON.stringify would make some of it harmless. */
const ODD_JSON: readonly string[] = [
  'null',
  'true',
  '0',
  '-0',
  '5',
  '1e308',
  '1e400',
  '-1e400',
  '9007199254740993',
  `1${'0'.repeat(400)}`,
  '""',
  '" "',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  '"\\u202e\\u2066\\ufeff"',
  '"__proto__"',
  '"constructor"',
  '"2026-02-30T00:00:00Z"',
  '"2026-11-20T10:00:60+25:99"',
  '"0000-01-01T00:00:00Z"',
  '-62135596800',
  '1e21',
  '8640000000000001',
  '"+300000-01-01T00:00:00Z"',
  '"javascript:alert(1)"',
  '"http://[::1"',
  '[]',
  '[null]',
  '[[[[]]]]',
  '{}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"valueOf":2,"hasOwnProperty":3,"then":4}',
];

export function oddJson(chance: Chance): string {
  if (chance.happens(0.25)) return JSON.stringify(chance.pick(INJECTIONS));
  if (chance.happens(0.05)) return JSON.stringify('x'.repeat(chance.between(1_000, 100_000)));
  return chance.pick(ODD_JSON);
}

/** A whole body that is nobody's: no JSON at all, or JSON of no use. */
export function oddBody(chance: Chance): Buffer {
  const text = (words: string): Buffer => Buffer.from(words, 'utf8');
  const deep = chance.between(100, 200_000);
  return chance.pick<() => Buffer>([
    () => text(oddJson(chance)),
    () => Buffer.alloc(0),
    () => text('{'),
    () => text('{"kind":"report","text":"a"}garbage'),
    () => text('<xml/>'),
    () => text('['.repeat(deep)),
    () => text(`${'['.repeat(deep)}${']'.repeat(deep)}`),
    () => text(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`),
    () => text(`[${'{},'.repeat(chance.between(1, 2_000))}{}]`),
    () => text(`[${'1,'.repeat(chance.between(1, 100_000))}1]`),
    () => text(`{"a":"${'y'.repeat(chance.between(1, 900_000))}"}`),
    () =>
      text(`{${Array.from({ length: chance.between(1, 3_000) }, (_, key) => `"k${key}":${key}`).join()}}`),
    () => Buffer.from(Array.from({ length: chance.between(1, 200) }, () => chance.between(0, 255))),
    () => Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
    () => Buffer.from([0x7b, 0x22, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d]),
  ])();
}

const MIB = 1_048_576;

/** Now and then far too large, or just at the limit. */
export function hugeOrOdd(chance: Chance): Buffer {
  if (chance.happens(0.005)) return Buffer.alloc(10 * MIB, chance.pick([0x20, 0x5b, 0x22]));
  if (chance.happens(0.03)) return Buffer.alloc(MIB + chance.between(-2, 2), 0x20);
  return oddBody(chance);
}

/** A JSON object with some of these fields given odd values. */
export function oddObject(chance: Chance, fields: Readonly<Record<string, string>>): string {
  // Some pass every check but the last, and some none.
  const share = chance.pick([0.02, 0.08, 0.3]);
  const odd = Object.entries(fields).map(([name, usual]) => {
    const value = chance.happens(share) ? oddJson(chance) : usual;
    return `${JSON.stringify(chance.happens(0.02) ? '__proto__' : name)}:${value}`;
  });
  const kept = odd.filter(() => !chance.happens(share / 4));
  if (chance.happens(share)) kept.push(`"__proto__":${oddJson(chance)}`);
  return `{${kept.join()}}`;
}

/** `value` as JSON with odd values in one or a few of its places. */
export function spoilt(chance: Chance, value: unknown): string {
  const most = chance.pick([1, 1, 2, 5]);
  const places = placesIn(value);
  const chosen = new Set(Array.from({ length: most }, () => chance.pick(places)));
  const write = (each: unknown, place: string): string => {
    if (chosen.has(place)) return oddJson(chance);
    if (Array.isArray(each)) return `[${each.map((one, at) => write(one, `${place}/${at}`)).join()}]`;
    if (typeof each !== 'object' || each === null) return JSON.stringify(each);
    return `{${Object.entries(each)
      .map(([name, one]) => `${JSON.stringify(name)}:${write(one, `${place}/${name}`)}`)
      .join()}}`;
  };
  return write(value, '');
}

function placesIn(value: unknown, place = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([name, each]) => placesIn(each, `${place}/${name}`))];
}
