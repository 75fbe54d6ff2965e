/** From decided signals to alerts opened and joined, before anything is written: one matter, one alert. */
import { type Amendment, turned } from './answer.js';
import { type Contacts, latestContacts } from './contacts.js';
import { deadlines } from './deadlines.js';
import type { Policy } from './policy.js';
import type { Score } from './score.js';
import { graver, isGraver, type Severity } from './severity.js';
import type { Signal } from './signal.js';
import type { NeedsPerson } from './triage.js';

/** A signal that needs a person, with who spoke. */
export interface Concern {
  readonly signalId: string;
  readonly source: string;
  readonly signal: Signal;
  readonly decision: NeedsPerson;
  readonly matter?: string | undefined;
  readonly customerId?: string | undefined;
  readonly accountId?: string | undefined;
  /** As this signal says, else as known of the account. */
  readonly tier?: string | undefined;
  readonly previousScore?: Score | undefined;
  /** The customer's contacts of late, this one with them. */
  readonly contacts?: Contacts | undefined;
  /** Where it says again what was heard before. */
  readonly amendment?: Amendment | undefined;
}

/** What an answer that is part of an alert says anew, whether it needs a person or not. */
export interface Amended extends Pick<
  Concern,
  'signalId' | 'source' | 'signal' | 'tier' | 'contacts' | 'previousScore'
> {
  readonly amendment: Amendment;
  readonly decision?: NeedsPerson;
}

/** An unclosed alert that a matter belongs to. */
export interface Unclosed {
  readonly number: number;
  readonly severity: Severity;
  readonly openedAt: Date;
  readonly signalCount: number;
  /** The signal that its card quotes. */
  readonly leadId: string;
  /** Whether its card has words of the customer to quote. */
  readonly hasWords: boolean;
  readonly tier?: string | undefined;
}

/** An alert that an answer is part of, closed or not. */
export interface Holder extends Unclosed {
  readonly isClosed: boolean;
}

export interface Opening {
  readonly lead: Concern;
  /** In order of arrival, the lead first. */
  readonly concerns: readonly Concern[];
  readonly severity: Severity;
  readonly respondBy: Date;
  readonly resolveBy: Date;
  readonly contacts?: Contacts | undefined;
}

export interface Joining {
  readonly alert: Unclosed;
  /** Each counts. */
  readonly concerns: readonly Concern[];
  /** These were counted when they were first said. */
  readonly amended: readonly Amended[];
  /** Present where a new signal is graver than the alert was. */
  readonly raised?: Raised;
  /** The signal to quote from now on, where the card should change its words. */
  readonly lead?: Lead;
  readonly contacts?: Contacts | undefined;
}

/** The reason and the rule of a raised alert are those of the voice that raised it. */
export interface Raised {
  readonly severity: Severity;
  readonly reason: string;
  readonly rule: string;
  readonly respondBy: Date;
  readonly resolveBy: Date;
}

export type Lead = Pick<Concern, 'signalId' | 'source' | 'signal' | 'previousScore'>;

export interface ToPlan {
  readonly concerns: readonly Concern[];
  /** What needs nobody, of answers that are part of an alert. */
  readonly quiet: readonly Amended[];
  /** By matter. */
  readonly unclosed: ReadonlyMap<string, Unclosed>;
  /** By number, those that answers of the batch are part of. */
  readonly holders: ReadonlyMap<number, Holder>;
  readonly now: Date;
  readonly policy: Policy;
}

/**
 * Groups the concerns of one batch by matter and decides which open an alert and which join one. What an answer says anew stays with the
 * alert that it is part of, whatever its matter would be now.
 */
export function planAlerts({ concerns, quiet, unclosed, holders, now, policy }: ToPlan): {
  readonly openings: readonly Opening[];
  readonly joinings: readonly Joining[];
} {
  const matters = new Map<string, Concern[]>();
  const joined = new Map<number, Joined>();
  const joinedTo = (alert: Unclosed): Joined => {
    const known = joined.get(alert.number) ?? { alert, concerns: [], amended: [] };
    joined.set(alert.number, known);
    return known;
  };
  for (const concern of concerns) {
    const { amendment, decision } = concern;
    const holder = holderOf(amendment, holders);
    if (amendment && holder && !isAnotherAlert({ ...concern, amendment }, holder)) {
      joinedTo(holder).amended.push({ ...concern, amendment, decision });
      continue;
    }
    const key = concern.matter ?? `alone:${concern.signalId}`;
    const alert = unclosed.get(key);
    const together = alert ? joinedTo(alert).concerns : (matters.get(key) ?? []);
    together.push(concern);
    if (!alert) matters.set(key, together);
  }
  for (const each of quiet) {
    const holder = holderOf(each.amendment, holders);
    if (holder) joinedTo(holder).amended.push(each);
  }
  return {
    openings: [...matters.values()].map((together) => open(together, now, policy)),
    joinings: [...joined.values()].map((each) => join(each, policy)),
  };
}

interface Joined {
  readonly alert: Unclosed;
  readonly concerns: Concern[];
  readonly amended: Amended[];
}

function holderOf(
  amendment: Amendment | undefined,
  holders: ReadonlyMap<number, Holder>,
): Holder | undefined {
  return amendment?.before.alert === undefined ? undefined : holders.get(amendment.before.alert);
}

/**
 * Once an alert is closed, people were done with what they knew: a comment that only follows is told in its thread. That the customer
 * thinks worse of it now, or says what is graver than anything before, they could not know: it is a new alert.
 */
function isAnotherAlert(
  { amendment, signal, decision }: Concern & { readonly amendment: Amendment },
  holder: Holder,
): boolean {
  if (!holder.isClosed) return false;
  return turned(amendment, signal) === 'worse' || isGraver(decision.severity, holder.severity);
}

function open(concerns: readonly Concern[], now: Date, policy: Policy): Opening {
  const severity = gravest(concerns.map(({ decision }) => decision));
  const lead =
    concerns.find(({ signal, decision }) => decision.severity === severity && signal.text) ??
    concerns.find(({ signal }) => signal.text) ??
    concerns[0];
  if (!lead) throw new Error('an alert is opened by a signal');
  return {
    lead,
    concerns,
    severity,
    contacts: contactsOf(concerns),
    ...deadlines(severity, lead.tier, now, policy),
  };
}

function join({ alert, concerns, amended }: Joined, policy: Policy): Joining {
  const needing = [...concerns, ...amended].flatMap(({ decision }) => decision ?? []);
  const severity = gravest(needing);
  const raising = isGraver(severity, alert.severity)
    ? needing.find((decision) => decision.severity === severity)
    : undefined;
  const tier = alert.tier ?? [...concerns, ...amended].find(({ decision }) => decision === raising)?.tier;
  const lead = raising
    ? [...concerns, ...amended].find(({ signal, decision }) => signal.text && decision?.severity === severity)
    : undefined;
  const quoted = lead ?? newlyQuoted({ alert, concerns, amended });
  return {
    alert,
    concerns,
    amended,
    contacts: contactsOf([...concerns, ...amended]),
    ...(raising && {
      raised: {
        severity,
        reason: raising.reason,
        rule: raising.rule,
        ...deadlines(severity, tier, alert.openedAt, policy),
      },
    }),
    ...(quoted && { lead: quoted }),
  };
}

/** The answer that the card quotes as it stands now; else the first words, where it has none. */
function newlyQuoted({ alert, concerns, amended }: Joined): Lead | undefined {
  const anew = amended.find(({ amendment }) => amendment.before.newest === alert.leadId);
  if (anew) return anew;
  return alert.hasWords ? undefined : [...concerns, ...amended].find(({ signal }) => signal.text);
}

function contactsOf(concerns: readonly Pick<Concern, 'contacts'>[]): Contacts | undefined {
  return latestContacts(concerns.map(({ contacts }) => contacts));
}

function gravest(decisions: readonly NeedsPerson[]): Severity {
  return decisions.map(({ severity }) => severity).reduce(graver, 'low');
}
