/** Finds configured words in customer text without regular expressions from configuration: no pattern can run away. */
import { foldText, type Span, unfold } from './fold-text.js';

/** Scripts without spaces between words have no word edges to find. */
const UNSPACED_SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const LETTER = `(?![${UNSPACED_SCRIPTS}])[\\p{L}\\p{N}\\p{M}]`;
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');
const WORD_CHARACTER = new RegExp(LETTER, 'u');
const WORDS = new RegExp(`(?:${LETTER})+`, 'gu');
const FIRST_WORD = new RegExp(`^(?:${LETTER})+`, 'u');
/** A word is cut after 40 units: nobody reads further. */
const LONGEST_WORD = 40;
/** By so many units of a word's beginning it is known quickly that no word of a text begins so. */
const BEGINNING = 3;

/** Customer text made ready to be searched for many phrases. */
export interface HeardText {
  readonly text: string;
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
}

/** A phrase taken apart. */
interface Wanted {
  readonly words: string;
  /** Whether the last word may go on. */
  readonly open: boolean;
  readonly edgeBefore: boolean;
  readonly edgeAfter: boolean;
  /** A text without this word, or without a word that begins so, cannot say the phrase. At most one of the two is known. */
  readonly needsWord?: string;
  readonly needsBeginning?: string;
}

/** Lists of phrases, made ready to be looked for in one text after the other: their phrases by what a text must hold to say them. */
export interface PhraseIndex {
  readonly byWord: ReadonlyMap<string, readonly Indexed[]>;
  readonly byBeginning: ReadonlyMap<string, readonly Indexed[]>;
  /** Phrases that any text may say. */
  readonly open: readonly Indexed[];
}

interface Indexed {
  readonly list: readonly string[];
  readonly position: number;
  readonly wanted: Wanted;
}

/** A text with the phrases of an index that it may say; those of a list in their order. */
export interface Listened {
  readonly text: HeardText;
  readonly maySay: ReadonlyMap<readonly string[], readonly Indexed[]>;
}

/** Lists of phrases stand in configuration and live as long as the process, so each is taken apart once. */
const takenApart = new WeakMap<readonly string[], readonly Wanted[]>();

export function hearText(text: string): HeardText {
  const folded = foldText(text);
  const words = new Set(folded.match(WORDS));
  return { text, folded, words, beginnings: new Set(Array.from(words, (word) => word.slice(0, BEGINNING))) };
}

export function indexPhrases(lists: Iterable<readonly string[]>): PhraseIndex {
  const byWord = new Map<string, Indexed[]>();
  const byBeginning = new Map<string, Indexed[]>();
  const open: Indexed[] = [];
  for (const list of new Set(lists)) {
    for (const [position, wanted] of takeApart(list).entries()) {
      const { needsWord, needsBeginning } = wanted;
      const indexed = { list, position, wanted };
      if (needsWord !== undefined) addTo(byWord, needsWord, indexed);
      else if (needsBeginning !== undefined) addTo(byBeginning, needsBeginning, indexed);
      else open.push(indexed);
    }
  }
  return { byWord, byBeginning, open };
}

export function listenFor({ byWord, byBeginning, open }: PhraseIndex, text: HeardText): Listened {
  const maySay = new Map<readonly string[], Indexed[]>();
  const note = (all: readonly Indexed[] | undefined): void => {
    for (const each of all ?? []) addTo(maySay, each.list, each);
  };
  note(open);
  for (const word of text.words) note(byWord.get(word));
  for (const beginning of text.beginnings) note(byBeginning.get(beginning));
  for (const found of maySay.values()) if (found.length > 1) found.sort((a, b) => a.position - b.position);
  return { text, maySay };
}

/**
 * The words of the text that say one of `phrases`, a list of the index, as they were written, or undefined. A phrase must begin and end at a
 * word's edge; with a trailing `*` the last word may go on, and is returned whole: `cancel*` finds "cancelling", `cancel my *` finds
 * "cancel my plan". What stands inside a phrase of `except` does not count.
 */
export function findPhrase(
  phrases: readonly string[],
  { text, maySay }: Listened,
  except: readonly string[] = [],
): string | undefined {
  let excepted: readonly Span[] | undefined;
  for (const { wanted } of maySay.get(phrases) ?? []) {
    for (const span of occurrences(wanted, text)) {
      excepted ??= takeApart(except).flatMap((each) => [...occurrences(each, text)]);
      if (!excepted.some(({ start, end }) => start < span.end && span.start < end)) {
        return asWritten(text, span);
      }
    }
  }
  return undefined;
}

function addTo<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}

/** On one line, because the quotation stands within a sentence. */
function asWritten({ text, folded }: HeardText, { start, end }: Span): string {
  return unfold(text, folded, { start, end }).replace(/\s+/gu, ' ');
}

function* occurrences(
  { words, open, edgeBefore, edgeAfter }: Wanted,
  { folded }: HeardText,
): Generator<Span> {
  for (let start = folded.indexOf(words); start !== -1; start = folded.indexOf(words, start + 1)) {
    if (edgeBefore && goesOnBefore(folded, start)) continue;
    const end = start + words.length;
    const wordEnd = open || edgeAfter ? endOfWord(folded, end) : end;
    if (open || wordEnd === end) yield { start, end: wordEnd };
  }
}

function takeApart(phrases: readonly string[]): readonly Wanted[] {
  const known = takenApart.get(phrases);
  if (known) return known;
  const wanted = phrases.map(want).filter(({ words }) => words !== '');
  takenApart.set(phrases, wanted);
  return wanted;
}

function want(phrase: string): Wanted {
  const open = phrase.endsWith('*');
  const words = foldText(open ? phrase.slice(0, -1) : phrase);
  if (UNSPACED.test(words)) return { words, open: false, edgeBefore: false, edgeAfter: false };
  const first = FIRST_WORD.exec(words)?.[0];
  const wholeWord = first !== undefined && !(open && first === words);
  return {
    words,
    open,
    edgeBefore: first !== undefined,
    edgeAfter: WORD_CHARACTER.test(Array.from(words).at(-1) ?? ''),
    ...(wholeWord && { needsWord: first }),
    ...(!wholeWord &&
      first !== undefined &&
      first.length >= BEGINNING && { needsBeginning: first.slice(0, BEGINNING) }),
  };
}

function goesOnBefore(text: string, at: number): boolean {
  const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1);
  return before !== undefined && WORD_CHARACTER.test(before);
}

function endOfWord(text: string, from: number): number {
  let end = from;
  for (const character of text.slice(from, from + LONGEST_WORD)) {
    if (!WORD_CHARACTER.test(character)) break;
    end += character.length;
  }
  return end;
}
