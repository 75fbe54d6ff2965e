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
  /** In its list. */
  readonly place: number;
  /** Whether the last word may go on. */
  readonly open: boolean;
  readonly edgeBefore: boolean;
  readonly edgeAfter: boolean;
  /** A text without this word, or without a word that begins so, cannot say the phrase. */
  readonly needsWord?: string;
  readonly needsBeginning?: string;
}

/** A list of phrases taken apart. */
interface TakenApart {
  readonly all: readonly Wanted[];
  /** By the beginning of a word that a text must hold. */
  readonly byBeginning: ReadonlyMap<string, readonly Wanted[]>;
  readonly open: readonly Wanted[];
}

/** Many lists of phrases, made ready to be looked for in one text after the other. */
export interface PhraseIndex {
  /** By the beginning of a word that a text must hold. */
  readonly lists: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Lists that every text may say something of. */
  readonly open: readonly (readonly string[])[];
}

/** Lists of phrases stand in configuration and live as long as the process, so each is taken apart once. */
const takenApart = new WeakMap<readonly string[], TakenApart>();

export function hearText(text: string): HeardText {
  const folded = foldText(text);
  const words = new Set(folded.match(WORDS));
  return { text, folded, words, beginnings: new Set(Array.from(words, (word) => word.slice(0, BEGINNING))) };
}

export function indexPhrases(lists: readonly (readonly string[])[]): PhraseIndex {
  const byBeginning = new Map<string, Set<readonly string[]>>();
  const open: (readonly string[])[] = [];
  for (const list of lists) {
    const parts = takeApart(list);
    if (parts.open.length > 0) open.push(list);
    for (const beginning of parts.byBeginning.keys()) {
      const known = byBeginning.get(beginning);
      if (known) known.add(list);
      else byBeginning.set(beginning, new Set([list]));
    }
  }
  return { lists: new Map(Array.from(byBeginning, ([beginning, found]) => [beginning, [...found]])), open };
}

/** The lists of the index that may hold a phrase that the text says; the text says nothing of the others. */
export function listsToLookFor({ lists, open }: PhraseIndex, text: HeardText): Set<readonly string[]> {
  const found = new Set(open);
  for (const beginning of text.beginnings) for (const list of lists.get(beginning) ?? []) found.add(list);
  return found;
}

/**
 * The words of `text` that say one of `phrases`, as they were written, or undefined. A phrase must begin and end at a word's edge; with a trailing `*`
 * the last word may go on, and is returned whole: `cancel*` finds "cancelling", `cancel my *` finds "cancel my plan".
 * What stands inside a phrase of `except` does not count.
 */
export function findPhrase(
  phrases: readonly string[],
  text: HeardText,
  except: readonly string[] = [],
): string | undefined {
  let excepted: readonly Span[] | undefined;
  for (const wanted of worthLookingFor(phrases, text)) {
    for (const span of occurrences(wanted, text)) {
      excepted ??= takeApart(except).all.flatMap((each) => [...occurrences(each, text)]);
      if (!excepted.some(({ start, end }) => start < span.end && span.start < end)) {
        return asWritten(text, span);
      }
    }
  }
  return undefined;
}

/** On one line, because the quotation stands within a sentence. */
function asWritten({ text, folded }: HeardText, { start, end }: Span): string {
  return unfold(text, folded, { start, end }).replace(/\s+/gu, ' ');
}

/** In the order of the list. */
function worthLookingFor(phrases: readonly string[], text: HeardText): readonly Wanted[] {
  const { byBeginning, open } = takeApart(phrases);
  const found = [...open];
  for (const beginning of text.beginnings)
    for (const wanted of byBeginning.get(beginning) ?? [])
      if (wanted.needsWord === undefined || text.words.has(wanted.needsWord)) found.push(wanted);
  return found.length > 1 ? found.sort((a, b) => a.place - b.place) : found;
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

function takeApart(phrases: readonly string[]): TakenApart {
  const known = takenApart.get(phrases);
  if (known) return known;
  const all = phrases.map(want).filter(({ words }) => words !== '');
  const byBeginning = new Map<string, Wanted[]>();
  for (const wanted of all) {
    if (wanted.needsBeginning === undefined) continue;
    const others = byBeginning.get(wanted.needsBeginning);
    if (others) others.push(wanted);
    else byBeginning.set(wanted.needsBeginning, [wanted]);
  }
  const made = { all, byBeginning, open: all.filter(({ needsBeginning }) => needsBeginning === undefined) };
  takenApart.set(phrases, made);
  return made;
}

function want(phrase: string, place: number): Wanted {
  const open = phrase.endsWith('*');
  const words = foldText(open ? phrase.slice(0, -1) : phrase);
  if (UNSPACED.test(words)) return { words, place, open: false, edgeBefore: false, edgeAfter: false };
  const first = FIRST_WORD.exec(words)?.[0];
  const wholeWord = first !== undefined && !(open && first === words);
  return {
    words,
    place,
    open,
    edgeBefore: first !== undefined,
    edgeAfter: WORD_CHARACTER.test(Array.from(words).at(-1) ?? ''),
    ...(wholeWord && { needsWord: first }),
    ...(first !== undefined &&
      (wholeWord || first.length >= BEGINNING) && { needsBeginning: first.slice(0, BEGINNING) }),
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
