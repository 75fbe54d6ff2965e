import { describe, expect, it } from 'vitest';
import { filesIn, read } from './house.js';

const MOST_LINES = 250;
/** In the first comment of a longer file, with the reason after it. */
const REASON = /\blong because\b/iu;
/** Names that say nothing, so that everything fits in. */
const NO_NAMES = /(?:^|[-/])(?:utils?|helpers?|common|managers?|misc|stuff)(?:[-./]|$)/u;
/** Each with a hole in it, so that this file does not find itself. */
const LEFTOVERS = [
  /\bTO[D]O\b/u,
  /\bFIX[M]E\b/u,
  /eslint-dis[a]ble/u,
  /@ts-(?:ignore|nocheck|expect-error)\b/u,
  /\b(?:it|test|describe)\.(?:only|skip|todo)\b/u,
  /\bdebugge[r];/u,
];
const ENVIRONMENT_FILE = 'src/config/environment.ts';

const code = filesIn('src', 'test', 'bench').filter((file) => /\.(?:tsx?|mjs|css)$/u.test(file));

/** Which of `files` have what `wrong` finds in their text. */
const those = (files: readonly string[], wrong: (text: string, file: string) => boolean) =>
  files.filter((file) => wrong(read(file), file));

const isLong = (text: string) => text.trimEnd().split('\n').length > MOST_LINES;
const firstComment = (text: string) => /^(?:#!.*\n)?\s*\/\*([\s\S]*?)\*\//u.exec(text)?.[1] ?? '';
const isLongForNoReason = (text: string) => isLong(text) && !REASON.test(firstComment(text));
const hasLeftover = (text: string) => LEFTOVERS.some((each) => each.test(text));
const readsEnvironment = (text: string) => /\bprocess\s*\.\s*env\b|\bprocess\['env'\]/u.test(text);

describe('every file', () => {
  it('is looked at', () => {
    expect(code.length).toBeGreaterThan(500);
  });

  it(`has ${MOST_LINES} lines at most, or says at its top that it is long because …`, () => {
    expect(those(code, isLongForNoReason)).toEqual([]);
  });

  it('is named after what it holds', () => {
    expect(code.filter((file) => NO_NAMES.test(file))).toEqual([]);
  });

  it('is finished: nothing put off, left out or silenced', () => {
    expect(those(code, hasLeftover)).toEqual([]);
  });

  it('leaves the environment to one file, in src', () => {
    expect(those(code, (text, file) => file.startsWith('src/') && readsEnvironment(text))).toEqual([
      ENVIRONMENT_FILE,
    ]);
  });
});

describe('these checks', () => {
  it('find what they look for', () => {
    const long = 'one\n'.repeat(MOST_LINES + 1);
    expect(isLongForNoReason(long)).toBe(true);
    expect(isLongForNoReason(`one\n/** Long because it is. */\n${long}`)).toBe(true);
    expect(isLongForNoReason(`/** Long because a table is read in one piece. */\n${long}`)).toBe(false);
    expect(isLongForNoReason('one\n'.repeat(MOST_LINES))).toBe(false);
    for (const name of ['src/http/utils.ts', 'src/http/string-helpers.ts', 'src/common/a.ts'])
      expect(NO_NAMES.test(name)).toBe(true);
    expect(NO_NAMES.test('src/use-cases/give-notice.ts')).toBe(false);
    for (const text of ['TO DO later', 'it. skip(1)', 'eslint- disable'].map((each) => each.replace(' ', '')))
      expect(hasLeftover(text)).toBe(true);
    expect(hasLeftover('it.skipIf(missing)')).toBe(false);
    for (const text of ['process.env.PORT', "process['env']"]) expect(readsEnvironment(text)).toBe(true);
  });
});
