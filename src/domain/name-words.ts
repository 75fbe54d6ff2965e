/** The words of a name as they are looked for: whoever types "lopez" or "strasse" finds López and Straße. */

/** Migration 0008 fills the words of names that were heard before, by the same rule in SQL. */
const ACCENTS = /[\u0300-\u036f]/gu;
const BETWEEN = /[^\p{L}\p{N}\p{M}]+/u;
/** Letters that are written with a stroke or as two, and have no accent to take away. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
]);
const SINGLE = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu');
const MOST_WORDS = 12;
const LONGEST_WORD = 40;

/** In lower case, without accents, each once; empty where there is no letter and no digit. */
export function nameWords(name: string): readonly string[] {
  const folded = name
    .toWellFormed()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(SINGLE, (letter) => LETTERS.get(letter) ?? letter);
  const words = folded.split(BETWEEN).filter((word) => word !== '');
  return [...new Set(words.map((word) => Array.from(word).slice(0, LONGEST_WORD).join('')))].slice(
    0,
    MOST_WORDS,
  );
}
