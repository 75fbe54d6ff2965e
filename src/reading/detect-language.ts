import { francAll } from 'franc-min';

/** ISO 639-1 of the language that a text is written in, as far as it can be told. */
export type DetectLanguage = (text: string) => string | undefined;

/** Nobody needs more to tell a language, and the time it takes grows with it. */
const LOOKED_AT_CHARACTERS = 160;
const FEWEST_LETTERS = 2;
/** Of the likeliest guess: a short English text looks Dutch for a few letters. Chosen on the sentences of test/reading. */
const ENGLISH_ENOUGH = 0.85;

/** Franc speaks ISO 639-3: https://github.com/wooorm/franc/tree/main/packages/franc-min */
const TWO_LETTERS: Readonly<Record<string, string>> = {
  arb: 'ar',
  cmn: 'zh',
  deu: 'de',
  eng: 'en',
  fra: 'fr',
  hin: 'hi',
  ita: 'it',
  jpn: 'ja',
  kor: 'ko',
  nld: 'nl',
  pol: 'pl',
  por: 'pt',
  rus: 'ru',
  spa: 'es',
  swe: 'sv',
  tur: 'tr',
  ukr: 'uk',
};
const ONLY = Object.keys(TWO_LETTERS);
const LETTER = /\p{L}/gu;
/** Of an alphabet that many languages share, a word or two tell nothing. */
const FEWEST_LATIN_LETTERS = 8;

export const detectLanguage: DetectLanguage = (text) => {
  const looked = text.slice(0, LOOKED_AT_CHARACTERS);
  const letters = looked.match(LETTER) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  if (latin * 2 > letters.length && letters.length < FEWEST_LATIN_LETTERS) return undefined;
  const guesses = francAll(looked, { minLength: FEWEST_LETTERS, only: ONLY });
  const english = guesses.find(([language]) => language === 'eng');
  return english && english[1] >= ENGLISH_ENOUGH ? 'en' : TWO_LETTERS[guesses[0]?.[0] ?? ''];
};
