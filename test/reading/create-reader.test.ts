import { describe, expect, it } from 'vitest';
import { BUILT_IN_FLAGS } from '../../src/config/built-in-rules/built-in-flags.js';
import { BUILT_IN_THEMES } from '../../src/config/built-in-themes.js';
import { FLAG_NAMES } from '../../src/domain/reading.js';
import { loadBuiltInModel } from '../../src/reading/built-in-model.js';
import { createReader } from '../../src/reading/create-reader.js';
import { detectLanguage } from '../../src/reading/detect-language.js';
import { createJudge } from '../../src/reading/judge.js';

const read = createReader({
  judge: createJudge(loadBuiltInModel()),
  detectLanguage,
  flags: BUILT_IN_FLAGS,
  themes: BUILT_IN_THEMES,
});
const flagsOf = (text: string) => read(text).flags.map(({ name, quote }) => `${name}: ${quote}`);

describe('the flags', () => {
  it('have words for every name', () => {
    expect(new Set(BUILT_IN_FLAGS.map(({ flag }) => flag))).toEqual(new Set(FLAG_NAMES));
  });

  it.each([
    ['Enough, I am cancelling today.', ['churn: cancelling today']],
    ['You will hear from my lawyer about it', ['legal: hear from my lawyer about']],
    ['The kettle caught fire last night', ['safety: caught fire last night']],
    ['The woman at the till was rude to my son', ['rude staff: rude']],
    ['Where is my refund?', ['refund: refund']],
    ['Still waiting. No reply', ['repeated contact: Still waiting']],
    ['Ich kündige, das war sehr unfreundlich', ['rude staff: unfreundlich', 'churn: kündige']],
    ['I am not cancelling, nobody was rude and no refund needed', []],
    ['Lovely shop', []],
  ])('“%s” → %j', (text, flags) => {
    expect(flagsOf(text)).toEqual(flags);
  });

  it('quote the customer on one line', () => {
    expect(flagsOf('I am cancelling\n\ttoday')).toEqual(['churn: cancelling today']);
  });
});

describe('themes', () => {
  it('are found in the order of the taxonomy', () => {
    expect(read('The app showed the wrong price and the queue was long').themes).toEqual([
      'waiting',
      'app and website',
      'price',
    ]);
    expect(read('Das Zimmer war schmutzig und teuer').themes).toEqual(['cleanliness', 'price']);
    expect(read('Hello there').themes).toEqual([]);
  });
});

describe('a doubt', () => {
  it('is none in English, nor of a few plain words that nobody could place', () => {
    expect(read('The food was cold and nobody cared').doubt).toBeUndefined();
    expect(read('Meh').doubt).toBeUndefined();
    expect(read('Colour me unimpressed', 'en-GB').doubt).toBeUndefined();
  });

  it.each([
    [
      'Das Essen war kalt und die Bedienung war langsam',
      undefined,
      'it learnt from English, and this looks German',
    ],
    [
      '届けてくださる方はいつも親切なので、残念です。',
      undefined,
      'it learnt from English, and this looks Japanese',
    ],
    ['Meh', 'sv-SE', 'it learnt from English, and this looks Swedish'],
    ['Meh', 'x!', 'it learnt from English, and this looks to be in “x!”'],
    ['Çok kötü', undefined, 'it learnt from English, and the language of this could not be told'],
  ])('of “%s”, which its sender calls %s: %s', (text, language, doubt) => {
    expect(read(text, language).doubt).toBe(doubt);
  });
});

it('reads the longest text that there is in some milliseconds, however hostile', () => {
  const texts = [
    'I am cancelling my '.repeat(1_100),
    'ⅷ'.repeat(20_000),
    ':-'.repeat(10_000),
    '!?'.repeat(10_000),
  ];
  const startedAt = performance.now();
  texts.forEach((text) => read(text.slice(0, 20_000)));
  expect(performance.now() - startedAt).toBeLessThan(500);
});
