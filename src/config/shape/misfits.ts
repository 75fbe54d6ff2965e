import type { z } from 'zod';
import { nearWord } from '../../domain/near-word.js';
import { knownKeys } from './keyed.js';
import { type Misfit, pathInWords } from './misfit.js';

type Issue = z.core.$ZodIssue;

/** What a schema of ours found wrong, one misfit per thing, each with what would be right. Values are never repeated: they may be secrets. */
export function misfitsOf(error: z.ZodError, at: readonly PropertyKey[] = []): readonly Misfit[] {
  return once(error.issues).flatMap((issue) => misfits(issue, at));
}

/** A text where a list belongs is not too long besides: zod measures whatever has a length. */
function once(issues: readonly Issue[]): readonly Issue[] {
  const ofAnotherKind = new Set(
    issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => pathInWords(path)),
  );
  return issues.filter(
    ({ code, path }) => (code !== 'too_small' && code !== 'too_big') || !ofAnotherKind.has(pathInWords(path)),
  );
}

function misfits(issue: Issue, at: readonly PropertyKey[]): readonly Misfit[] {
  const path = [...at, ...issue.path];
  const mend = mendOf(issue);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], knownKeys(mend)));
    case 'invalid_union': {
      const branch = issue.errors.find(isAboutWhatIsInside);
      return branch
        ? once(branch).flatMap((each) => misfits(each, path))
        : [{ path, message: wrongForm(issue), mend }];
    }
    case 'invalid_type':
      return [{ path, message: wrongKind(issue.input), mend }];
    case 'invalid_value': {
      if (typeof issue.input !== 'string') return [{ path, message: wrongKind(issue.input), mend }];
      const meant = nearWord(issue.input.toLowerCase(), issue.values.map(String));
      return [
        {
          path,
          message: 'is not a value that fits here',
          mend: meant ? `did you mean ${meant}? ${capital(mend)}` : mend,
        },
      ];
    }
    case 'too_small':
      return [{ path, message: issue.input === '' ? 'is empty' : 'is too small', mend }];
    case 'too_big':
      return [{ path, message: 'is too large', mend }];
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((each) => misfits(each, path));
    case 'invalid_format':
      return [{ path, message: issue.input === '' ? 'is empty' : 'is not in the form that fits here', mend }];
    case 'not_multiple_of':
    case 'custom':
      return [{ path, message: 'does not fit here', mend }];
  }
}

/** Zod's own words, where a schema has none of ours. */
const ZODS_WORDS = /^(?:Invalid|Too (?:big|small)|Unrecognized)/u;

function mendOf(issue: Issue): string {
  if (!ZODS_WORDS.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `give ${WANTED[issue.expected] ?? `a ${issue.expected}`}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'url'
        ? 'an address such as https://example.com'
        : `the form of ${issue.format}`;
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
    case 'not_multiple_of':
    case 'custom':
      return 'see docs/earshot.example.yaml';
  }
}

const WANTED: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  array: 'a list, such as [one, two]',
  record: 'a map, such as { key: value }',
};

export function unknownKey(path: readonly PropertyKey[], known: readonly string[]): Misfit {
  const meant = nearWord(String(path.at(-1)).toLowerCase(), known);
  const list = known.length === 0 ? 'Take it away' : `Known here: ${known.join(', ')}`;
  return { path, message: 'is not known', mend: meant ? `did you mean ${meant}? ${list}` : list };
}

/** Of the forms that a value may have, the one that was meant is the one whose outside fits. */
function isAboutWhatIsInside(issues: readonly Issue[]): boolean {
  return issues.every(
    ({ code, path }) =>
      path.length > 0 || !(code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union'),
  );
}

/** Of a value that has none of several forms: a text that one of them would take, were it another, is of the right kind. */
function wrongForm({ input, errors }: z.core.$ZodIssueInvalidUnion): string {
  const takesTexts = errors.flat().some(({ code, path }) => path.length === 0 && code === 'invalid_value');
  return typeof input === 'string' && input !== '' && takesTexts
    ? 'is not a value that fits here'
    : wrongKind(input);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wrongKind(input: unknown): string {
  if (input === undefined) return 'is missing';
  if (input === null || input === '') return 'is empty';
  if (Array.isArray(input)) return 'is a list';
  return KINDS[typeof input] ?? 'is a map';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'is a text',
  number: 'is a number',
  boolean: 'is true or false',
};
