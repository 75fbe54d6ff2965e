/**
 * Finds what customers say again and again that no theme takes: greedy, by class-based TF-IDF
 * (https://arxiv.org/abs/2203.05794, section 3.3). No names, no numbers, and no word that fewer than five customers said.
 */
import type { FoundTheme } from '../domain/themes/theme-book.js';
import { createSaysTheme } from './says-theme.js';
import { topicKeys, type TopicWord, topicWords } from './topic-words.js';

/** One matter in the customer's words. */
export interface TopicText {
  readonly text: string;
  /** Who said it: whoever says it ten times says it once. */
  readonly who: string;
  /** The theme that has it; undefined: none yet. */
  readonly theme?: string;
}

export interface FindThemesOptions {
  /** Keys of words that are no theme: said before, or names of people and companies. */
  readonly except: ReadonlySet<string>;
  /** How a word is rated, from -5 to 5; undefined: it says nothing of a mood. */
  readonly rating: (word: string) => number | undefined;
  readonly limit: number;
}

const LEAST_CUSTOMERS = 5;
/** What more say of all that has no theme tells nothing apart. */
const MOST_OF_ALL = 0.7;
const MOST_WORDS = 5;
/** From here on a word tells a mood rather than a matter, and no theme is called by it. */
const MOOD_FROM = 3;
/** A word of the theme is said by so many of those who say the first. */
const LEAST_SHARE = 0.25;

interface Doc {
  readonly who: string;
  readonly keys: ReadonlySet<string>;
  readonly text: string;
}

export function findThemes(
  texts: readonly TopicText[],
  { except, rating, limit }: FindThemesOptions,
): readonly FoundTheme[] {
  const docs = texts.map(({ text, who, theme }) => ({ who, text, theme, keys: topicKeys(text) }));
  const everywhere = countBy(docs.map(({ keys }) => keys));
  const written = writtenAs(texts);
  const weight = (key: string, n: number): number =>
    n * Math.log(1 + docs.length / (everywhere.get(key) ?? 1));
  let left: readonly Doc[] = docs.filter(({ theme }) => theme === undefined);
  const found: FoundTheme[] = [];
  const all = customersIn(left);
  while (found.length < limit) {
    const said = customersBy(left);
    const mayLead = ([key, customers]: readonly [string, number]): boolean =>
      customers >= LEAST_CUSTOMERS &&
      customers <= Math.max(LEAST_CUSTOMERS, all * MOST_OF_ALL) &&
      !key.split(' ').some((word) => except.has(word) || Math.abs(rating(word) ?? 0) >= MOOD_FROM) &&
      !except.has(key);
    const leads = [...said].filter(mayLead).map(([key, n]) => ({ key, n, weight: weight(key, n) }));
    const [best] = leads.toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
    if (!best) return found;
    // A pair says more than its words where most of those who say one say both.
    const pair = leads.find(
      ({ key, n }) => key.includes(' ') && key.split(' ').includes(best.key) && n >= best.n * 0.6,
    );
    const first = pair ?? best;
    const members = left.filter(({ keys }) => keys.has(first.key));
    const others = [...customersBy(members)]
      .filter(([key, n]) => {
        const parts = first.key.split(' ');
        const isNew = !key.split(' ').some((word) => parts.includes(word) || except.has(word));
        return isNew && n >= Math.max(3, first.n * LEAST_SHARE);
      })
      .map(([key, n]) => ({ key, weight: weight(key, n) }))
      .toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
    const keys = [first.key, ...apart(others.map(({ key }) => key))].slice(0, MOST_WORDS);
    const theme = { words: keys.map((key) => written(key)) };
    found.push({ name: nameOf(theme.words), words: theme.words });
    const says = createSaysTheme([{ name: '', words: theme.words }]);
    left = left.filter(({ text }) => says(text) === undefined);
  }
  return found;
}

/** "courier and doorstep"; one that is a pair of words by itself: "gift card". */
function nameOf([first = '', second]: readonly string[]): string {
  return second === undefined || first.includes(' ') ? first : `${first} and ${second}`;
}

/** No word that is part of a pair, or the other way round. */
function apart(keys: readonly string[]): readonly string[] {
  return keys.reduce<readonly string[]>((kept, key) => {
    const words = kept.flatMap((each) => each.split(' '));
    return key.split(' ').some((word) => words.includes(word)) ? kept : [...kept, key];
  }, []);
}

function countBy(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const keys of sets) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function customersIn(docs: readonly Doc[]): number {
  return new Set(docs.map(({ who }) => who)).size;
}

/** How many customers say each. */
function customersBy(docs: readonly Doc[]): ReadonlyMap<string, number> {
  const byWho = new Map<string, Set<string>>();
  for (const { who, keys } of docs) {
    const known = byWho.get(who);
    if (known) for (const key of keys) known.add(key);
    else byWho.set(who, new Set(keys));
  }
  return countBy([...byWho.values()]);
}

/** A key as most write it. */
function writtenAs(texts: readonly TopicText[]): (key: string) => string {
  const forms = new Map<string, Map<string, number>>();
  for (const { key, written } of texts.flatMap(({ text }) => topicWords(text).filter(isWord))) {
    const known = forms.get(key) ?? new Map<string, number>();
    forms.set(key, known.set(written, (known.get(written) ?? 0) + 1));
  }
  const most = (word: string): string => {
    const [first] = [...(forms.get(word) ?? [])].toSorted((a, b) => b[1] - a[1]);
    return first?.[0] ?? word;
  };
  return (key) => key.split(' ').map(most).join(' ');
}

function isWord(word: TopicWord | undefined): word is TopicWord {
  return word !== undefined;
}
