import type { Befalling, FaultState as StateOf, WireFault } from '../frame/faults.js';
import type { Operation } from './recorded-call.js';

/** What goes wrong with a call. `stored` says whether Teams does what it was asked although the client does not hear of it. */
export type FaultKind =
  | WireFault
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
  | { readonly kind: 'no_id' };

interface FaultRule extends Befalling {
  /** Every call of the connector where absent; those that get keys and tokens have to be named. */
  readonly operation?: Operation;
  /** Only calls for this conversation; a channel stands for all its threads. */
  readonly conversation?: string;
}

export type FaultOptions = FaultRule & FaultKind;

export type FaultState = StateOf<FaultOptions>;

/** Where a call goes. */
export interface Called {
  readonly operation: Operation;
  readonly conversation: string | undefined;
}

const ABOUT_IDENTITY: ReadonlySet<Operation> = new Set(['openid', 'keys', 'discovery', 'token']);

export function fits({ operation, conversation }: FaultRule, call: Called): boolean {
  if (operation === undefined ? ABOUT_IDENTITY.has(call.operation) : operation !== call.operation)
    return false;
  return conversation === undefined || conversation === call.conversation;
}
