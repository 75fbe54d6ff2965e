import type { Befalling, FaultState as StateOf, WireFault } from '../frame/faults.js';

/** What goes wrong with a call. `stored` says whether Slack does what it was asked although the client does not hear of it. */
export type FaultKind =
  | WireFault
  | { readonly kind: 'http_status'; readonly status: number; readonly stored?: boolean }
  /** ok: false with any error code. */
  | { readonly kind: 'error'; readonly error: string; readonly needed?: string; readonly provided?: string };

interface FaultRule extends Befalling {
  /** A Web API method, or `response_url`; every method where absent. */
  readonly method?: string;
  /** Only calls that name this channel. */
  readonly channel?: string;
}

export type FaultOptions = FaultRule & FaultKind;

export type FaultState = StateOf<FaultOptions>;

/** Where a call goes. */
export interface Called {
  readonly method: string;
  readonly channel: string | undefined;
}

export function fits({ method, channel }: FaultRule, call: Called): boolean {
  if (method !== undefined && method !== call.method) return false;
  return channel === undefined || channel === call.channel;
}
