import type { CallRecord, Unanswered } from '../frame/call-record.js';
import type { JsonObject } from '../frame/json-object.js';
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
  { readonly kind: 'answered'; readonly status: number; readonly code?: string } | Unanswered;

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

export type Calls = CallRecord<RecordedCall>;

export interface CallFilter {
  readonly operation?: Operation;
  readonly conversation?: string;
}

export function pick(calls: Calls, { operation, conversation }: CallFilter = {}): readonly RecordedCall[] {
  return calls
    .all()
    .filter(
      (call) =>
        (operation === undefined || call.operation === operation) &&
        (conversation === undefined || call.conversation === conversation),
    );
}
