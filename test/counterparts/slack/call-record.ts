import type { FaultKind } from './faults.js';
import type { JsonObject } from './json-object.js';

export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly ok: boolean; readonly error?: string }
  /** The client saw no answer; `stored` says whether it was done, `later` that it is to be done. */
  | { readonly kind: 'reset' | 'hung'; readonly stored: boolean | 'later' };

/** One call that reached the counterpart. */
export interface RecordedCall {
  /** Counts from 1. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A Web API method, or `response_url`. */
  readonly method: string;
  readonly args: JsonObject;
  readonly token: 'bot' | 'app' | 'unknown' | 'none';
  readonly outcome: Outcome;
  readonly fault?: FaultKind['kind'];
}

export interface CallRecord {
  /** The arguments are read again only when somebody asks. */
  readonly add: (
    call: Omit<RecordedCall, 'number' | 'args'> & { readonly readArgs: () => JsonObject },
  ) => void;
  readonly all: (filter?: CallFilter) => readonly RecordedCall[];
  readonly count: (method: string) => number;
  /** How often each method was called. */
  readonly counts: () => Readonly<Record<string, number>>;
  readonly clear: () => void;
}

export interface CallFilter {
  readonly method?: string;
  readonly channel?: string;
}

export function createCallRecord(options: { readonly keep: boolean }): CallRecord {
  let calls: (() => RecordedCall)[] = [];
  let number = 0;
  const counts = new Map<string, number>();
  return {
    add: (call) => {
      number += 1;
      counts.set(call.method, (counts.get(call.method) ?? 0) + 1);
      if (!options.keep) return;
      const { readArgs, ...rest } = call;
      const own = number;
      calls.push(() => ({ number: own, ...rest, args: readArgs() }));
    },
    all: ({ method, channel } = {}) =>
      calls
        .map((read) => read())
        .filter(
          (call) =>
            (method === undefined || call.method === method) &&
            (channel === undefined || call.args['channel'] === channel),
        ),
    count: (method) => counts.get(method) ?? 0,
    counts: () => Object.fromEntries(counts),
    clear: () => {
      calls = [];
      counts.clear();
    },
  };
}
