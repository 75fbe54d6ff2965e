/** Reads a typed line, forgiving of case, spacing, punctuation and a missing slash; says what was probably meant where it cannot. */
import type { CommandName } from '../cards/commands.js';
import { alertName, alertNumber } from '../domain/alert.js';
import { postMortemName, postMortemNumber } from '../domain/post-mortem/post-mortem.js';
import { oneLine } from '../domain/plain-text.js';
import { nearWord } from '../domain/near-word.js';

export type Typed =
  | { readonly kind: 'alerts'; readonly show: 'all' | 'mine' | 'unclaimed' }
  /** `name`: the team, in lower case, where one was named. */
  | { readonly kind: 'alerts'; readonly show: 'team'; readonly name?: string }
  | { readonly kind: 'claim'; readonly alert: number }
  /** A claim of no alert. */
  | { readonly kind: 'which_alert' }
  | { readonly kind: 'mine' }
  /** `words`: what to tell of, in lower case, still to be read. */
  | { readonly kind: 'summary'; readonly words: string }
  /** `sought`: as typed; empty where nobody was named. */
  | { readonly kind: 'customer'; readonly sought: string }
  /** Neither: those that are open. Both: the alert becomes part of it. */
  | {
      readonly kind: 'post_mortem';
      readonly alert?: number;
      readonly postMortem?: number;
      /** The alert is to be taken out of it. */
      readonly out?: true;
    }
  /** `text`: what they said, as typed; empty where it is still to be asked. */
  | { readonly kind: 'report'; readonly text: string }
  | { readonly kind: 'help' }
  /** `meant`: the line that was probably meant; `command`: the command it surely was. */
  | {
      readonly kind: 'unknown';
      readonly typed: string;
      readonly meant?: string;
      readonly command?: CommandName;
    };

const LONGEST_LINE = 300;
/** What somebody reports is kept as long as platforms hand lines on. */
const LONGEST_REPORT = 1_000;
const COMMAND_WORDS = [
  'alerts',
  'claim',
  'mine',
  'summary',
  'customer',
  'postmortem',
  'report',
  'help',
] as const;

/** What people write for what `/cx-alerts` can show. */
const SHOWS: ReadonlyMap<string, 'all' | 'mine' | 'unclaimed' | 'team'> = new Map([
  ['', 'all'],
  ['all', 'all'],
  ['mine', 'mine'],
  ['my', 'mine'],
  ['me', 'mine'],
  ['unclaimed', 'unclaimed'],
  ['unowned', 'unclaimed'],
  ['team', 'team'],
]);

export function parseCommand(typed: string): Typed {
  const said = oneLine(typed).slice(0, LONGEST_LINE);
  const plain = trimmed(said.normalize('NFKC').toLowerCase()).replace(/\bpost[-‐-― _]mortem/u, 'postmortem');
  if (plain === '') return { kind: 'help' };
  const unknown = { kind: 'unknown', typed: said } as const;
  const number = alertNumber(plain);
  if (number !== undefined) return { ...unknown, meant: claimLine(number) };
  const [, word = '', rest = ''] = /^(?:cx[-_\s]*)?(\p{L}+)[\s:,_-]*(.*)$/u.exec(plain) ?? [];
  const exact = COMMAND_WORDS.find((each) => each === word || each === `${word}s`);
  if (exact !== undefined) {
    const read = readArguments(exact, trimmed(rest), unknown);
    const isLong = read.kind === 'report' && read.text !== '';
    return isLong ? { ...read, text: afterWord(oneLine(typed).slice(0, LONGEST_REPORT)) } : read;
  }
  const near = nearWord(word, COMMAND_WORDS);
  if (near === undefined) return unknown;
  const meant = canonical(readArguments(near, trimmed(rest), unknown));
  return { ...unknown, meant: meant ?? `/cx-${near}` };
}

/** Without the slash, brackets and punctuation that surround it. */
function trimmed(text: string): string {
  return text.replace(/^[\s/"'“”‘’<[(]+/u, '').replace(/[\s"'“”‘’>\])!?.,;:…]+$/u, '');
}

export type Unknown = Typed & { readonly kind: 'unknown' };

function readArguments(word: (typeof COMMAND_WORDS)[number], rest: string, unknown: Unknown): Typed {
  if (word === 'help' || rest === 'help') return { kind: 'help' };
  switch (word) {
    case 'alerts':
      return readAlerts(rest, unknown);
    case 'claim':
      return readClaim(rest, unknown);
    case 'mine':
      return rest === '' ? { kind: 'mine' } : { ...unknown, command: '/cx-mine', meant: '/cx-mine' };
    case 'summary':
      return { kind: 'summary', words: rest };
    case 'customer':
      return { kind: 'customer', sought: afterWord(unknown.typed) };
    case 'report':
      return { kind: 'report', text: rest === '' ? '' : afterWord(unknown.typed) };
    case 'postmortem':
      return readPostMortem(rest, unknown);
  }
}

/** What follows the command as it was typed: ids are told apart by their case, and a name is named back as it was written. */
function afterWord(typed: string): string {
  return trimmed(trimmed(typed).replace(/^(?:cx[-_\s]*)?\p{L}+[\s:,_-]*/iu, ''));
}

function readAlerts(rest: string, unknown: Unknown): Typed {
  const [, first = '', more = ''] = /^([^\s:,]*)[\s:,]*(.*)$/u.exec(rest) ?? [];
  const show = SHOWS.get(first);
  if (show === 'team') return { kind: 'alerts', show, ...(more !== '' && { name: more }) };
  if (show !== undefined && more === '') return { kind: 'alerts', show };
  const near = show ?? nearWord(first, ['mine', 'unclaimed', 'team', 'all']);
  const meant = near && `/cx-alerts ${near}${near === 'team' && more ? ` ${more}` : ''}`;
  return { ...unknown, command: '/cx-alerts', ...(meant && { meant }) };
}

function readClaim(rest: string, unknown: Unknown): Typed {
  if (rest === '') return { kind: 'which_alert' };
  const number = /^(?:cx)?[\s\-‐-―_:#]*(?:no\.?|number)?\s*#?(\d{1,9})$/u.exec(rest)?.[1];
  if (number !== undefined) return { kind: 'claim', alert: Number(number) };
  const [mentioned] = /(?<!\d)\d{1,9}(?!\d)/u.exec(rest) ?? [];
  return {
    ...unknown,
    command: '/cx-claim',
    ...(mentioned !== undefined && { meant: claimLine(Number(mentioned)) }),
  };
}

const OUT_WORDS: ReadonlySet<string> = new Set(['out', 'remove', 'unlink', 'without']);

/** `CX-12`, `12`, `PM-7`, `CX-14 PM-7`, `CX-14 to PM-7` and `CX-14 out of PM-7`. */
function readPostMortem(rest: string, unknown: Unknown): Typed {
  const words = rest.replace(/\b(cx|pm)[\s\-‐-―_:#]+(?=\d)/gu, '$1').split(/[\s,;:]+/u);
  const out = words.some((word) => OUT_WORDS.has(word));
  const named = words.filter(
    (word) => !['', 'for', 'of', 'to', 'into', 'add', 'from'].includes(word) && !OUT_WORDS.has(word),
  );
  const [postMortem] = named.flatMap((word) => postMortemNumber(word) ?? []);
  const [alert] = named.flatMap((word) => alertNumber(word) ?? []);
  const understood = (postMortem === undefined ? 0 : 1) + (alert === undefined ? 0 : 1);
  if (understood === named.length)
    return {
      kind: 'post_mortem',
      ...(alert !== undefined && { alert }),
      ...(postMortem !== undefined && { postMortem }),
      ...(out && alert !== undefined && { out }),
    };
  const [mentioned] = /(?<!\d)\d{1,9}(?!\d)/u.exec(rest) ?? [];
  const meant = `/cx-postmortem${mentioned === undefined ? '' : ` ${alertName(Number(mentioned))}`}`;
  return { ...unknown, command: '/cx-postmortem', meant };
}

function claimLine(number: number): string {
  return `/cx-claim ${alertName(number)}`;
}

/** A slip in a time is mended with the line that it stands in. */
function meantTime(word: string): string {
  return nearWord(word, ['today', 'yesterday']) ?? word;
}

/** The line to type for what was understood; undefined where it was not. */
function canonical(read: Typed): string | undefined {
  switch (read.kind) {
    case 'alerts':
      if (read.show === 'all') return '/cx-alerts';
      return `/cx-alerts ${read.show}${read.show === 'team' && read.name ? ` ${read.name}` : ''}`;
    case 'claim':
      return claimLine(read.alert);
    case 'which_alert':
      return '/cx-claim';
    case 'mine':
      return '/cx-mine';
    case 'post_mortem': {
      const names = [
        read.alert === undefined ? '' : ` ${alertName(read.alert)}`,
        read.postMortem === undefined ? '' : ` ${postMortemName(read.postMortem)}`,
      ];
      return `/cx-postmortem${names.join(read.out ? ' out of' : '')}`;
    }
    case 'summary':
      return `/cx-summary ${read.words.split(' ').map(meantTime).join(' ')}`.trim();
    case 'customer':
      return `/cx-customer ${read.sought}`.trim();
    case 'report':
      return `/cx-report ${read.text}`.trim();
    case 'help':
      return '/cx-help';
    case 'unknown':
      return read.meant;
  }
}
