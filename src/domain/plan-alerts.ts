/** From decided signals to alerts opened and joined, before anything is written: one matter, one alert. */
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
  /** As known of the account, not only as this signal says. */
  readonly tier?: string | undefined;
  readonly previousScore?: Score | undefined;
  /** The customer's contacts of late, this one with them. */
  readonly contacts?: Contacts | undefined;
}

/** An unclosed alert that a matter belongs to. */
export interface Unclosed {
  readonly number: number;
  readonly severity: Severity;
  readonly openedAt: Date;
  readonly signalCount: number;
  /** Whether its card has words of the customer to quote. */
  readonly hasWords: boolean;
  readonly tier?: string | undefined;
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
  readonly concerns: readonly Concern[];
  /** Present where a new signal is graver than the alert was. */
  readonly raised?: Raised;
  /** The signal to quote from now on, where the card should change its words. */
  readonly lead?: Concern;
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

/** Groups the concerns of one batch by matter and decides which open an alert and which join one. */
export function planAlerts(
  concerns: readonly Concern[],
  unclosed: ReadonlyMap<string, Unclosed>,
  now: Date,
  policy: Policy,
): { readonly openings: readonly Opening[]; readonly joinings: readonly Joining[] } {
  const matters = new Map<string, Concern[]>();
  for (const concern of concerns) {
    const key = concern.matter ?? `alone:${concern.signalId}`;
    const together = matters.get(key);
    if (together) together.push(concern);
    else matters.set(key, [concern]);
  }
  const openings: Opening[] = [];
  const joinings: Joining[] = [];
  for (const [key, together] of matters) {
    const alert = unclosed.get(key);
    if (alert) joinings.push(join(alert, together, policy));
    else openings.push(open(together, now, policy));
  }
  return { openings, joinings };
}

function open(concerns: readonly Concern[], now: Date, policy: Policy): Opening {
  const severity = gravestOf(concerns);
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

function join(alert: Unclosed, concerns: readonly Concern[], policy: Policy): Joining {
  const severity = gravestOf(concerns);
  const raising = isGraver(severity, alert.severity)
    ? concerns.find(({ decision }) => decision.severity === severity)?.decision
    : undefined;
  const lead = concerns.find(
    ({ signal, decision }) => signal.text && (raising ? decision.severity === severity : !alert.hasWords),
  );
  return {
    alert,
    concerns,
    contacts: contactsOf(concerns),
    ...(raising && {
      raised: {
        severity,
        reason: raising.reason,
        rule: raising.rule,
        ...deadlines(severity, alert.tier, alert.openedAt, policy),
      },
    }),
    ...(lead && { lead }),
  };
}

function contactsOf(concerns: readonly Concern[]): Contacts | undefined {
  return latestContacts(concerns.map(({ contacts }) => contacts));
}

function gravestOf(concerns: readonly Concern[]): Severity {
  return concerns.map(({ decision }) => decision.severity).reduce(graver, 'low');
}
