/** What somebody may mean who types whom they look for, the surest first. */
import { alertNumber } from './alert.js';
import { nameWords } from './name-words.js';
import { oneLine } from './plain-text.js';

export interface SoughtCustomer {
  /** As typed, in one line. */
  readonly typed: string;
  /** Our own id. */
  readonly id?: string;
  /** CX-123: whose alert that is. */
  readonly alert?: number;
  /** Keys by which a customer may be known: see identity.ts. */
  readonly keys: readonly string[];
  /** Beginnings of the words of a name. */
  readonly words: readonly string[];
}

const OUR_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const LONGEST_TYPED = 200;

/** `sources`: the names of those that may have given the customer an id. */
export function soughtCustomer(text: string, sources: readonly string[]): SoughtCustomer {
  const typed = oneLine(text).slice(0, LONGEST_TYPED).toWellFormed().trim();
  const alert = alertNumber(typed);
  return {
    typed,
    ...(OUR_ID.test(typed) && { id: typed.toLowerCase() }),
    ...(alert !== undefined && { alert }),
    keys: typed === '' ? [] : keysOf(typed, sources),
    words: nameWords(typed),
  };
}

/** Ids are the senders' own: as typed, and as they are often written. */
function keysOf(typed: string, sources: readonly string[]): readonly string[] {
  const lower = typed.toLowerCase();
  // Slack writes addresses as mailto: links where it recognises them.
  const address = lower.replace(/^<?(?:mailto:)?/u, '').replace(/(?:\|[^>]*)?>?$/u, '');
  const spellings = [...new Set([typed, lower, typed.toUpperCase()])];
  const handles = [...new Set([lower, lower.replace(/^@/u, '')])];
  return [
    ...(address.includes('@') ? [`email:${address}`] : []),
    ...sources.flatMap((source) => [
      ...spellings.map((id) => `id:${source}:${id}`),
      ...handles.map((handle) => `handle:${source}:${handle}`),
    ]),
  ];
}
