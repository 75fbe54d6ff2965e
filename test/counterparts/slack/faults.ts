import type { Ids } from './ids.js';

/** What goes wrong with a call. `stored` says whether Slack does what it was asked although the client does not hear of it. */
export type FaultKind =
  /** 429; without `retryAfterSec` the header is left out. */
  | { readonly kind: 'rate_limited'; readonly retryAfterSec?: number }
  | { readonly kind: 'http_status'; readonly status: number; readonly stored?: boolean }
  /** The connection is reset instead of an answer. */
  | { readonly kind: 'reset'; readonly stored: boolean }
  /** No answer ever. */
  | { readonly kind: 'hang'; readonly stored: boolean }
  /** The right answer, `ms` late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The client sees a reset or nothing, and `ms` later Slack does what it was asked after all. */
  | { readonly kind: 'late'; readonly ms: number; readonly client: 'hang' | 'reset' }
  /** ok: false with any error code. */
  | { readonly kind: 'error'; readonly error: string; readonly needed?: string; readonly provided?: string };

interface FaultRule {
  /** A Web API method, or `response_url`; every method where absent. */
  readonly method?: string;
  /** Only calls that name this channel. */
  readonly channel?: string;
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
  readonly take: (method: string, channel: string | undefined) => FaultOptions | undefined;
  readonly states: () => readonly FaultState[];
  readonly clear: () => void;
}

interface Entry {
  readonly fault: FaultOptions;
  skip: number;
  befell: number;
}

export function createFaults(ids: Ids): Faults {
  let entries: Entry[] = [];
  const left = ({ fault, befell }: Entry): number | 'always' =>
    fault.times === 'always' ? 'always' : (fault.times ?? 1) - befell;
  const befalls = (entry: Entry, method: string, channel: string | undefined): boolean => {
    const { fault } = entry;
    if (fault.method !== undefined && fault.method !== method) return false;
    if (fault.channel !== undefined && fault.channel !== channel) return false;
    if (left(entry) === 0) return false;
    if (entry.skip > 0) {
      entry.skip -= 1;
      return false;
    }
    return fault.share === undefined || ids.fraction() < fault.share;
  };
  return {
    add: (fault) => void entries.push({ fault, skip: fault.skip ?? 0, befell: 0 }),
    take: (method, channel) => {
      if (entries.length === 0) return undefined;
      const entry = entries.find((each) => befalls(each, method, channel));
      if (entry) entry.befell += 1;
      return entry?.fault;
    },
    states: () => entries.map((entry) => ({ fault: entry.fault, befell: entry.befell, left: left(entry) })),
    clear: () => {
      entries = [];
    },
  };
}
