import type { CallRecord, Unanswered } from '../frame/call-record.js';
import type { JsonObject } from '../frame/json-object.js';
import type { FaultKind } from './faults.js';

export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly ok: boolean; readonly error?: string }
  | Unanswered;

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

export type Calls = CallRecord<RecordedCall>;

export interface CallFilter {
  readonly method?: string;
  readonly channel?: string;
}

export function pick(calls: Calls, { method, channel }: CallFilter = {}): readonly RecordedCall[] {
  return calls
    .all()
    .filter(
      (call) =>
        (method === undefined || call.method === method) &&
        (channel === undefined || call.args['channel'] === channel),
    );
}
