/** One piece of customer voice, as a source read it from what its sender put on the wire. */
import type { Score } from './score.js';
import type { Severity } from './severity.js';

export const SIGNAL_KINDS = [
  'survey',
  'escalation',
  'mention',
  'review',
  'report',
  'praise',
  'cancellation',
  'incident',
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export interface Signal {
  readonly kind: SignalKind;
  readonly occurredAt: Date;
  /** The customer's own words, verbatim, at most 20,000 characters. */
  readonly text?: string;
  readonly score?: Score;
  /** What the sender calls this answer, ticket event or post; with what changed it is the second dedupe key. */
  readonly externalId?: string;
  /** The conversation or ticket that it belongs to: signals that share one belong to one matter. */
  readonly conversationId?: string;
  /** http or https only. */
  readonly url?: string;
  /** Where the customer spoke: email, chat, phone, app store … */
  readonly channel?: string;
  readonly agent?: string;
  readonly location?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly tags: readonly string[];
  readonly author?: Author;
  readonly account?: AccountFacts;
  readonly customer?: CustomerFacts;
  /** One sentence of the source on what happened, where that is not the customer's text: "Priority raised from normal to urgent". */
  readonly happening?: string;
  /** What the sender gave beyond the named fields, kept as it came. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Who of ours passed it on, where nobody sent it by machine. */
  readonly reported?: Reported;
}

/** A member of staff who heard it and told us. */
export interface Reported {
  /** Their staff id. */
  readonly by: string;
  /** Their name then. */
  readonly name: string;
  /** The platform where they told it, and hear what becomes of it. */
  readonly on: string;
  /** How grave they called it. */
  readonly severity?: Severity;
}

/** The source of all that people report: no sender can be called so, because names of senders have no blanks. */
export const REPORTS_SOURCE = 'a person';

/** Who wrote in public. */
export interface Author {
  readonly name?: string;
  readonly handle?: string;
  /** Followers or readers. */
  readonly reach?: number;
}

/** What a signal says of the company behind the customer. */
export interface AccountFacts {
  readonly id?: string;
  readonly name?: string;
  readonly tier?: string;
  /** In `currency`, a year. */
  readonly annualValue?: number;
  /** ISO 4217. */
  readonly currency?: string;
  readonly businessUnit?: string;
  readonly owner?: string;
}

/** What a signal says of the person. */
export interface CustomerFacts {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly stage?: string;
  readonly preferredContact?: string;
  /** IANA name. */
  readonly timeZone?: string;
}

/** The name to call the speaker by; nothing where the sender gave none. */
export function speakerName(signal: Pick<Signal, 'customer' | 'author'>): string | undefined {
  return signal.customer?.name ?? signal.author?.name ?? signal.author?.handle ?? signal.customer?.email;
}
