/** A sample voice: one webhook call as a sender would make it, timed by how long ago the customer spoke. */
import type { Metric, Scale } from '../domain/score.js';
import type { SignalKind } from '../domain/signal.js';

export interface Voice {
  /** Goes out as webhook-id: a call that is sent again has the same one. */
  readonly deliveryId: string;
  readonly minutesAgo: number;
  /** Where the call comes later than the customer spoke. */
  readonly sentMinutesAgo?: number;
  /** One object, or the list of a batch; what cannot be read is there on purpose. */
  readonly says: Saying | readonly (Saying | Unreadable)[];
}

/** The generic signal on the wire, but for `occurred_at`, which is put in when it is sent. */
export interface Saying {
  readonly kind: SignalKind;
  readonly external_id: string;
  readonly text?: string;
  readonly metric?: Metric;
  readonly score?: number | 'good' | 'bad';
  readonly scale?: Scale;
  readonly conversation_id?: string;
  readonly url?: string;
  readonly channel?: string;
  readonly agent?: string;
  readonly location?: string;
  readonly language?: string;
  readonly tags?: readonly string[];
  readonly author?: { readonly name?: string; readonly handle?: string; readonly reach?: number };
  readonly account?: SayingAccount;
  readonly customer?: SayingCustomer;
}

export interface SayingAccount {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly annual_value: number;
  readonly currency: string;
  readonly business_unit: string;
  readonly owner: string;
}

export interface SayingCustomer {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly stage?: string;
  readonly preferred_contact?: string;
  readonly time_zone?: string;
}

export interface Unreadable {
  readonly unreadable: Readonly<Record<string, unknown>>;
}

/** One voice in a call of its own. */
export function say(minutesAgo: number, says: Saying): Voice {
  return { deliveryId: `msg_${says.external_id}`, minutesAgo, says };
}

/** The call's body, with the time at which the customer spoke. */
export function bodyOf({ says }: Voice, occurredAt: Date): string {
  const occurred_at = occurredAt.toISOString();
  const timed = (each: Saying | Unreadable) =>
    'unreadable' in each ? { ...each.unreadable, occurred_at } : { ...each, occurred_at };
  return JSON.stringify('kind' in says ? timed(says) : says.map(timed));
}
