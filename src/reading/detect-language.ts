import { francAll } from 'franc-min';
import { soundsEnglish } from './sounds-english.js';

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
const LATIN_LETTER = /(?=\p{L})\p{Script=Latin}/gu;
/** Of an alphabet that many languages share, a word or two tell nothing. */
const FEWEST_LATIN_LETTERS = 8;

export const detectLanguage: DetectLanguage = (text) => {
  const looked = text.slice(0, LOOKED_AT_CHARACTERS);
  const letters = looked.match(LETTER)?.length ?? 0;
  const latin = looked.match(LATIN_LETTER)?.length ?? 0;
  if (latin * 2 > letters && letters < FEWEST_LATIN_LETTERS) return undefined;
  if (soundsEnglish(looked)) return 'en';
  const guesses = francAll(looked, { minLength: FEWEST_LETTERS, only: ONLY });
  const english = guesses.find(([language]) => language === 'eng');
  return english && english[1] >= ENGLISH_ENOUGH ? 'en' : TWO_LETTERS[guesses[0]?.[0] ?? ''];
};
