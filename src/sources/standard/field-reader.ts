import type { Fault } from '../../domain/delivery.js';
import type { JsonObject } from '../../inbound/read-json.js';
import { LIMITS, pathTo } from '../../inbound/tidy-value.js';
import { CAPS, type TextField, type TextFields, type TextKey } from './fields.js';

/** What is gathered while one signal is read: what is wrong, and what we have no name for. */
export interface FieldReader {
  readonly root: string;
  readonly faults: Fault[];
  extra: Record<string, unknown> | undefined;
  extraLeft: number;
}

export function createFieldReader(root: string): FieldReader {
  return { root, faults: [], extra: undefined, extraLeft: CAPS.extra };
}

export function fault(reader: FieldReader, path: string, message: string): void {
  if (reader.faults.length < LIMITS.faults) {
    reader.faults.push({ path: path === '' ? reader.root : pathTo(reader.root, [path]), message });
  }
}

/** Keeps what the sender gave beyond the named fields, as far as there is room. */
function keep(reader: FieldReader, path: string, value: unknown): void {
  const size = path.length + JSON.stringify(value).length;
  if (size > reader.extraLeft) return;
  reader.extraLeft -= size;
  reader.extra ??= {};
  reader.extra[path] = value;
}

/** Reads the plain texts of one object into `into`; names in `others` are read elsewhere, the rest is kept as unknown. */
export function readTexts<Facts>(
  reader: FieldReader,
  from: JsonObject,
  { prefix, fields, others }: TextsIn<Facts>,
  into: Partial<Record<TextKey<Facts>, string>>,
): void {
  for (const name in from) {
    const value = from[name];
    if (value === null || others.has(name)) continue;
    const field = fields.get(name);
    if (!field) {
      keep(reader, prefix + name, value);
      continue;
    }
    const text = readText(reader, prefix + name, value, field);
    if (text !== undefined) into[field.to] = text;
  }
}

interface TextsIn<Facts> {
  /** Of the paths: '' or `customer.`. */
  readonly prefix: string;
  readonly fields: TextFields<Facts>;
  readonly others: ReadonlySet<string>;
}

/** Identifiers are often numbers: a whole one is taken as text. Blank is absent. */
function readText<Facts>(
  reader: FieldReader,
  path: string,
  value: unknown,
  { most, form }: TextField<Facts>,
): string | undefined {
  const text =
    most === CAPS.id && Number.isSafeInteger(value) ? String(value) : checkText(reader, path, value, most);
  if (text === undefined || text.trim() === '') return undefined;
  if (!form) return text;
  const formed = form(text.trim());
  if (formed === undefined) keep(reader, path, value);
  return formed;
}

/** The value where it is text and short enough; otherwise that is a fault. */
export function checkText(
  reader: FieldReader,
  path: string,
  value: unknown,
  most: number,
): string | undefined {
  if (typeof value !== 'string') fault(reader, path, `must be text, not ${nameOf(value)}`);
  else if (value.length <= most) return value;
  else fault(reader, path, `has ${inThousands(value.length)} characters; at most ${inThousands(most)}`);
  return undefined;
}

/** A number from `least` to where numbers stop meaning something. */
export function readNumber(
  reader: FieldReader,
  path: string,
  value: unknown,
  least: number,
): number | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'number') fault(reader, path, `must be a number, not ${nameOf(value)}`);
  else if (value >= least && value <= CAPS.number) return value;
  else fault(reader, path, least === 0 ? 'must be from 0 to 1e15' : 'must be from -1e15 to 1e15');
  return undefined;
}

export function readObject(reader: FieldReader, path: string, value: unknown): JsonObject | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return value as JsonObject;
  fault(reader, path, `must be an object, not ${nameOf(value)}`);
  return undefined;
}

export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

export function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? 'true or false' : 'an object';
}

function inThousands(count: number): string {
  return count.toLocaleString('en-GB');
}
