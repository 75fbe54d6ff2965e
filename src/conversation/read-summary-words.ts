/** Reads what follows `/cx-summary`: a time, a team and a source in any order, each or none. */
import type { SummaryFault } from '../cards/summary-fault-note.js';
import { daysOf, MOST_DAYS, readSpan, type Span } from '../domain/figures/period.js';
import { nearWord } from '../domain/near-word.js';
import { type Day, dayAt, daysAfter, daysBetween, isDay } from '../domain/zoned-time.js';

export interface SummaryWords {
  readonly span: Span;
  readonly team?: string;
  readonly source?: string;
}

interface Known {
  readonly teams: readonly string[];
  readonly sources: readonly string[];
  readonly now: Date;
  readonly timeZone: string;
  /** The team of the channel it was typed in: meant where none is named. */
  readonly channelTeam?: string | undefined;
}

const USUAL: Span = { kind: 'days', days: 7 };
/** What people write for times. */
const TIMES: ReadonlyMap<string, string> = new Map([
  ['day', 'today'],
  ['week', '7d'],
  ['weekly', '7d'],
  ['month', '30d'],
  ['7', '7d'],
  ['30', '30d'],
]);
const EVERYTHING = new Set(['all', 'everything', 'everybody']);

/** `words`: in lower case. */
export function readSummaryWords(words: string, known: Known): SummaryWords | SummaryFault {
  const today = dayAt(known.now, known.timeZone);
  let rest = words
    .replace(/\s*(?:\.{2,}|…)\s*/gu, '..')
    .replace(/[\s,;]+/gu, ' ')
    .trim();
  const found: { span?: Span; team?: string; source?: string; all?: boolean } = {};
  while (rest !== '') {
    const name = nameAt(rest, known);
    if (name) {
      if (found[name.kind] !== undefined)
        return { fault: name.kind === 'team' ? 'two_teams' : 'two_sources' };
      found[name.kind] = name.name;
      rest = rest.slice(name.name.length).trim();
      continue;
    }
    const [word = '', ...others] = rest.split(' ');
    rest = others.join(' ');
    if (EVERYTHING.has(word)) {
      found.all = true;
      continue;
    }
    const span = readTime(word, today);
    if (span === undefined) return unknownWord(word, words, known);
    if ('fault' in span) return span;
    if (found.span) return { fault: 'two_spans' };
    found.span = span;
  }
  const team = found.team ?? (found.all === true ? undefined : known.channelTeam);
  return {
    span: found.span ?? USUAL,
    ...(team !== undefined && { team }),
    ...(found.source !== undefined && { source: found.source }),
  };
}

/** The team or source that `rest` begins with, the longest first: names may hold spaces, and one may begin another. */
function nameAt(
  rest: string,
  { teams, sources }: Known,
): { readonly kind: 'team' | 'source'; readonly name: string } | undefined {
  const names = [
    ...teams.map((name) => ({ kind: 'team', name }) as const),
    ...sources.map((name) => ({ kind: 'source', name }) as const),
  ].sort((a, b) => b.name.length - a.name.length);
  return names.find(({ name }) => `${rest} `.startsWith(`${name.toLowerCase()} `));
}

/** Undefined for what names no time at all. */
function readTime(word: string, today: Day): Span | SummaryFault | undefined {
  const usual = TIMES.get(word) ?? word;
  if (usual === 'today') return { kind: 'today' };
  if (usual === 'yesterday') {
    const day = daysAfter(today, -1);
    return { kind: 'between', first: day, last: day };
  }
  if (/^\d{4,}d$/u.test(usual)) return { fault: 'too_long' };
  const [from = '', to = from, ...more] = usual.split('..').map((end) => namedDay(end, today));
  const looksLikeDays = more.length === 0 && [from, to].every((end) => /^\d{4}-\d{1,2}-\d{1,2}$/u.test(end));
  if (looksLikeDays) return readDays(from, to, today);
  const span = readSpan(usual);
  if (span !== undefined) return span;
  return /^[1-9]\d*d$/u.test(usual) ? { fault: 'too_long' } : undefined;
}

function namedDay(word: string, today: Day): string {
  if (word === 'today') return today;
  return word === 'yesterday' ? daysAfter(today, -1) : word;
}

function readDays(from: string, to: string, today: Day): Span | SummaryFault {
  const [first, last] = [from, to].map(twoDigits);
  if (first === undefined || !isDay(first)) return { fault: 'no_such_day', word: from };
  if (last === undefined || !isDay(last)) return { fault: 'no_such_day', word: to };
  if (first > last) return { fault: 'backwards' };
  if (first > today) return { fault: 'to_come' };
  const span: Span = { kind: 'between', first, last: last > today ? today : last };
  const { first: begins, last: ends } = daysOf(span, today);
  return daysBetween(begins, ends) >= MOST_DAYS ? { fault: 'too_long' } : span;
}

/** "2026-1-5" is 2026-01-05. */
function twoDigits(day: string): string {
  return day.replace(/-(\d)(?=-|$)/gu, '-0$1');
}

function unknownWord(word: string, words: string, { teams, sources }: Known): SummaryFault {
  const names = [...teams, ...sources].map((name) => name.toLowerCase());
  const near = nearWord(word, ['today', 'yesterday', 'all', ...names]);
  if (near === undefined) return { fault: 'unknown_word', word };
  return { fault: 'unknown_word', word, meant: `/cx-summary ${words.replace(word, near)}` };
}
