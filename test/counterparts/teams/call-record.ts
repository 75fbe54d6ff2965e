import type { JsonObject } from '../slack/json-object.js';
import type { FaultKind } from './faults.js';

/** What the bot can ask of Microsoft. */
export type Operation =
  | 'openid'
  | 'keys'
  | 'discovery'
  | 'token'
  | 'create_thread'
  | 'create_personal'
  | 'send'
  | 'reply'
  | 'update'
  | 'delete'
  | 'members'
  | 'paged_members'
  | 'member'
  | 'team'
  | 'channels'
  | 'unknown';

export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly code?: string }
  /** The client saw no answer; `stored` says whether it was done, `later` that it is to be done. */
  | { readonly kind: 'reset' | 'hung'; readonly stored: boolean | 'later' };

/** One call that reached the counterpart. */
export interface RecordedCall {
  /** Counts from 1. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
  /** Without `;messageid=`. */
  readonly conversation?: string;
  readonly body: JsonObject;
  readonly token: 'valid' | 'expired' | 'revoked' | 'unknown' | 'none';
  readonly outcome: Outcome;
  readonly fault?: FaultKind['kind'];
}

export interface CallFilter {
  readonly operation?: Operation;
  readonly conversation?: string;
}

export interface CallRecord {
  /** The body is read again only when somebody asks. */
  readonly add: (
    call: Omit<RecordedCall, 'number' | 'body'> & { readonly readBody: () => JsonObject },
  ) => void;
  readonly all: (filter?: CallFilter) => readonly RecordedCall[];
  readonly count: (operation: Operation) => number;
  readonly counts: () => Readonly<Record<string, number>>;
  readonly clear: () => void;
}

export function createCallRecord(options: { readonly keep: boolean }): CallRecord {
  let calls: (() => RecordedCall)[] = [];
  let number = 0;
  const counts = new Map<string, number>();
  return {
    add: (call) => {
      number += 1;
      counts.set(call.operation, (counts.get(call.operation) ?? 0) + 1);
      if (!options.keep) return;
      const { readBody, ...rest } = call;
      const own = number;
      calls.push(() => ({ number: own, ...rest, body: readBody() }));
    },
    all: ({ operation, conversation } = {}) =>
      calls
        .map((read) => read())
        .filter(
          (call) =>
            (operation === undefined || call.operation === operation) &&
            (conversation === undefined || call.conversation === conversation),
        ),
    count: (operation) => counts.get(operation) ?? 0,
    counts: () => Object.fromEntries(counts),
    clear: () => {
      calls = [];
      counts.clear();
    },
  };
}
