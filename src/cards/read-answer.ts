/** Reads the answers of a form; what is wrong is said under the field it is wrong in. */
import { plainText } from '../domain/plain-text.js';
import type { Faults } from './form-kind.js';
import { known } from './known.js';

/** What one field holds, or its fault in words. */
export type Answer<Value> = { readonly value: Value } | { readonly fault: string };

/** A text that must be given; `missing` is the fault where there is none. */
export function readText(given: string | undefined, maxLength: number, missing: string): Answer<string> {
  const read = readOptionalText(given, maxLength);
  if ('fault' in read) return read;
  return read.value === undefined ? { fault: missing } : { value: read.value };
}

/** A text that may be left out. */
export function readOptionalText(given: string | undefined, maxLength: number): Answer<string | undefined> {
  if (given === undefined || known(given, Infinity) === undefined) return { value: undefined };
  const text = plainText(given);
  if (text.length <= maxLength) return { value: text };
  return { fault: `At most ${figure(maxLength)} characters; this has ${figure(text.length)}.` };
}

/** One of the choices that were offered. */
export function readChoice<Choice extends string>(
  given: string | undefined,
  choices: readonly Choice[],
  missing: string,
): Answer<Choice> {
  const value = choices.find((choice) => choice === given);
  return value === undefined ? { fault: missing } : { value };
}

/** One of the choices that were offered, or none. */
export function readOptionalChoice<Choice extends string>(
  given: string | undefined,
  choices: readonly Choice[],
  wrong: string,
): Answer<Choice | undefined> {
  return given === undefined || given === '' ? { value: undefined } : readChoice(given, choices, wrong);
}

type Values<Read> = { readonly [Name in keyof Read]: Read[Name] extends Answer<infer Value> ? Value : never };

/** All fields' values, or all their faults at once. */
export function gather<Read extends Readonly<Record<string, Answer<unknown>>>>(
  read: Read,
): { readonly values: Values<Read> } | { readonly faults: Faults } {
  const faults: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const [name, answer] of Object.entries(read)) {
    if ('fault' in answer) faults[name] = answer.fault;
    else values[name] = answer.value;
  }
  return Object.keys(faults).length > 0 ? { faults } : { values: values as Values<Read> };
}

function figure(count: number): string {
  return count.toLocaleString('en-GB');
}
