/**
 * Takes personal data out of a text before it leaves the machine, each kind by its placeholder. Better too much than too little: what is
 * taken out costs the model a little sense, what is left in cannot be called back.
 */
import { plainText } from '../domain/plain-text.js';

/** U+200C and U+200D stay on a card and carry nothing that a model needs; with variation selectors they can hide text. */
const HIDDEN = /[\u200c\u200d]|[\ufe00-\ufe0f]/gu;

/** Each pattern begins where a run of its characters does and is bounded inside, so that no text takes long. */
const LINK =
  /(?:https?|ftp|mailto|tel):\S+|(?<![\w.-])www\.\S+|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[a-z]{2,20}\/\S*/giu;
const EMAIL =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+\s?(?:[@＠]|[([]at[)\]])\s?[\p{L}\p{N}-]+(?:(?:\.|\s?[([]dot[)\]]\s?)[\p{L}\p{N}-]+)+/giu;
const HANDLE = /(?<![\p{L}\p{N}])[@＠][\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?/gu;
/** Two letters, two digits, 11 to 30 more, often in groups of four: ISO 13616. */
const IBAN = /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}\b/gu;
/** Digits in groups, as people write telephone and card numbers. */
const DIGITS = /(?<![\p{L}\p{N}])[+(]?\d[\d\s()./-]{4,}\d(?![\p{L}\p{N}])/gu;
const CARD_DIGITS = { least: 13, most: 19 };
const FEWEST_PHONE_DIGITS = 7;
const WORD = /#?[\p{L}\p{N}]+(?:[_/-][\p{L}\p{N}]+)*/gu;
/** Of an order, a ticket, a customer: with letters in it, without. */
const FEWEST_NUMBER_DIGITS = { mixed: 3, alone: 5 };
/** 20.11.2026, 2026-11-20, 1.234,56: nothing of a person. */
const DATE_OR_AMOUNT = /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d{1,2})?)$/u;

const SHORTEST_NAME = 2;
/** Parts of names that are words of their own. */
const NO_NAMES: ReadonlySet<string> = new Set(
  'a al and be can da das de del den der di do dr du el en et for he i in is it la le may me mr mrs ms no of on or so st the to up us van von we will y'.split(
    ' ',
  ),
);

/** What may stand for something that was taken out; a model's words that hold one are not shown to anybody. */
export const PLACEHOLDER = /\[(?:name|email|phone|card|iban|number|link|handle)\]/iu;

/** `people`: names that are known, whole or in parts, in any case. `staff`: of whole organisations, so only where they stand whole. */
export function redact(text: string, people: readonly string[] = [], staff: readonly string[] = []): string {
  const plain = plainText(text).replace(HIDDEN, '').normalize('NFC');
  const named = [
    [LINK, '[link]'],
    [EMAIL, '[email]'],
    [HANDLE, '[handle]'],
    [IBAN, '[iban]'],
  ] as const;
  const without = named.reduce((words, [pattern, by]) => words.replace(pattern, by), plain);
  return withoutNames(without, people, mentioned(without, staff))
    .replace(DIGITS, digitsOf)
    .replace(WORD, wordOf);
}

function digitsOf(found: string): string {
  const digits = found.replace(/\D/gu, '');
  if (DATE_OR_AMOUNT.test(found.trim())) return found;
  if (digits.length >= CARD_DIGITS.least && digits.length <= CARD_DIGITS.most && isCard(digits))
    return '[card]';
  return digits.length >= FEWEST_PHONE_DIGITS ? '[phone]' : found;
}

function wordOf(word: string): string {
  const digits = word.match(/\p{N}/gu)?.length ?? 0;
  const fewest = /\p{L}/u.test(word) ? FEWEST_NUMBER_DIGITS.mixed : FEWEST_NUMBER_DIGITS.alone;
  return digits < fewest || DATE_OR_AMOUNT.test(word) ? word : '[number]';
}

/** ISO/IEC 7812-1: every second digit from the right counts double. */
function isCard(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const value = Number(digits.charAt(digits.length - 1 - place)) * (place % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/**
 * Of thousands of names those that can stand in the text, as "Kim Larsen" and as directories have it, "Larsen, Kim" and "Kim Larsen (she/her)".
 * Who has one name only is left: hundreds of first names are everyday words.
 */
function mentioned(text: string, staff: readonly string[]): readonly string[] {
  if (staff.length === 0) return [];
  const words = new Set(wordsOf(text));
  return staff.flatMap((given) => {
    const name = given.replace(REMARK, '');
    const [last, first, ...more] = name.split(',').map((part) => part.trim());
    const both = first && more.length === 0 ? [name, `${first} ${last}`] : [name];
    return [...new Set([given, ...both])].filter((spelt) => {
      const its = wordsOf(spelt);
      return its.length > 1 && its.every((word) => words.has(word));
    });
  });
}

/** Behind a name of a directory: "(she/her)", "| Support". */
const REMARK = /\s*[([{|–—].*$/su;

function wordsOf(text: string): readonly string[] {
  return withoutAccents(text.toLowerCase())
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Whole names first, so that "Maria Lopez" is one placeholder. */
function withoutNames(text: string, people: readonly string[], wholly: readonly string[]): string {
  const known = spellings(people);
  const parts = known.flatMap((name) => name.split(/[\s.,@_-]+/u));
  const all = [...new Set([...known, ...parts, ...spellings(wholly)].filter(isName))].toSorted(
    (a, b) => b.length - a.length,
  );
  if (all.length === 0) return text;
  const pattern = new RegExp(all.map(patternOf).join('|'), 'giu');
  return text.normalize('NFD').replace(pattern, '[name]').normalize('NFC');
}

/** Without accents: whoever writes a name, here or in a directory, may leave them away. */
function spellings(people: readonly string[]): readonly string[] {
  return people.map((name) => withoutAccents(plainText(name))).filter(Boolean);
}

const APOSTROPHES = "'`´‘’ʼ′";
const HYPHENS = '-‐‑‒–';
/** No spaces stand between the words of these, or what is no part of a name hangs on to it. */
const RUNS_ON =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Finds a name in a text whose accents stand by themselves, with them and without, and by whatever sign its apostrophe or hyphen is typed. */
function patternOf(name: string): string {
  const signs = Array.from(name.normalize('NFD').replace(/\s+/gu, ' '), (sign) => {
    if (sign === ' ') return String.raw`\s+`;
    if (APOSTROPHES.includes(sign)) return `[${APOSTROPHES}]`;
    if (HYPHENS.includes(sign)) return `[${HYPHENS}]`;
    const plain = sign.replace(/[.*+?^${}()|[\]\\/]/u, String.raw`\$&`);
    return /\p{L}/u.test(sign) ? String.raw`${plain}[\u0300-\u036f]*` : plain;
  }).join('');
  const before = RUNS_ON.test(name.slice(0, 1)) ? '' : String.raw`(?<![\p{L}\p{M}\p{N}[])`;
  const after = RUNS_ON.test(name.slice(-1)) ? '' : String.raw`(?![\p{L}\p{M}\p{N}\]])`;
  return `${before}${signs}${after}`;
}

function withoutAccents(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC');
}

function isName(word: string): boolean {
  return word.length >= SHORTEST_NAME && !NO_NAMES.has(word.toLowerCase()) && /\p{L}/u.test(word);
}
