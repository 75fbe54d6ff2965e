import type { Operation } from './call-record.js';

/** What goes wrong with a call. `stored` says whether Teams does what it was asked although the client does not hear of it. */
export type FaultKind =
  /** 429; without `retryAfterSec` the header is left out. */
  | { readonly kind: 'rate_limited'; readonly retryAfterSec?: number }
  /** 412, 500, 502, 503, 504 and the like, with Teams' words for it. */
  | {
      readonly kind: 'http_status';
      readonly status: number;
      readonly stored?: boolean;
      readonly retryAfterSec?: number;
    }
  /** Any error by its code: `ActivityNotFoundInConversation`, `BotNotInConversationRoster`, … */
  | { readonly kind: 'error'; readonly status: number; readonly code: string; readonly message?: string }
  /** 202 without a body: done, but the id is not said. https://github.com/MicrosoftDocs/bot-docs/issues/2263 */
  | { readonly kind: 'no_id' }
  /** The connection is reset instead of an answer: before (`stored: false`) or after it was done. */
  | { readonly kind: 'reset'; readonly stored: boolean }
  /** No answer ever. */
  | { readonly kind: 'hang'; readonly stored: boolean }
  /** Done at once, and answered `ms` late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The client sees a reset or nothing, and `ms` later Teams does what it was asked after all. */
  | { readonly kind: 'late'; readonly ms: number; readonly client: 'hang' | 'reset' };

interface FaultRule {
  /** Every call of the connector where absent; those that get keys and tokens have to be named. */
  readonly operation?: Operation;
  /** Only calls for this conversation; a channel stands for all its threads. */
  readonly conversation?: string;
  /** How many calls it befalls; 1 where absent. */
  readonly times?: number | 'always';
  /** How many matching calls go well before. */
  readonly skip?: number;
  /** The share of matching calls that it befalls, from 0 to 1; all where absent. */
  readonly share?: number;
}

export type FaultOptions = FaultRule & FaultKind;

export interface FaultState {
  readonly fault: FaultOptions;
  readonly befell: number;
  readonly left: number | 'always';
}

export interface Faults {
  readonly add: (fault: FaultOptions) => void;
  /** The fault that befalls this call, which counts it. */
  readonly take: (operation: Operation, conversation: string | undefined) => FaultOptions | undefined;
  readonly states: () => readonly FaultState[];
  readonly clear: () => void;
}

const ABOUT_IDENTITY: ReadonlySet<Operation> = new Set(['openid', 'keys', 'discovery', 'token']);

interface Entry {
  readonly fault: FaultOptions;
  skip: number;
  befell: number;
}

export function createFaults(options: { readonly fraction: () => number }): Faults {
  let entries: Entry[] = [];
  const left = ({ fault, befell }: Entry): number | 'always' =>
    fault.times === 'always' ? 'always' : (fault.times ?? 1) - befell;
  const befalls = (entry: Entry, operation: Operation, conversation: string | undefined): boolean => {
    const { fault } = entry;
    if (fault.operation === undefined ? ABOUT_IDENTITY.has(operation) : fault.operation !== operation)
      return false;
    if (fault.conversation !== undefined && fault.conversation !== conversation) return false;
    if (left(entry) === 0) return false;
    if (entry.skip > 0) {
      entry.skip -= 1;
      return false;
    }
    return fault.share === undefined || options.fraction() < fault.share;
  };
  return {
    add: (fault) => void entries.push({ fault, skip: fault.skip ?? 0, befell: 0 }),
    take: (operation, conversation) => {
      const entry = entries.find((each) => befalls(each, operation, conversation));
      if (entry) entry.befell += 1;
      return entry?.fault;
    },
    states: () => entries.map((entry) => ({ fault: entry.fault, befell: entry.befell, left: left(entry) })),
    clear: () => {
      entries = [];
    },
  };
}
