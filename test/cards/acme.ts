/** One alert as tests look at it: Maria Lopez at Acme, opened on 20 November 2026 at 10:00 UTC. */
import type { Alert } from '../../src/domain/alert.js';
import type { AlertEvent } from '../../src/domain/alert-event.js';
import type { AlertView, EventView, SignalView } from '../../src/domain/alert-view.js';
import type { Staff } from '../../src/domain/staff.js';

export const KIM: Staff = { id: 'staff-kim', name: 'Kim', email: 'kim@earshot.example' };
export const ANA: Staff = { id: 'staff-ana', name: 'Ana', email: 'ana@earshot.example' };
export const BO: Staff = { id: 'staff-bo', name: 'Bo', email: 'bo@earshot.example' };

/** A moment of 20 November 2026: `at('10:40')`. */
export function at(clock: string): Date {
  return new Date(`2026-11-20T${clock}:00Z`);
}

export const OPEN: Alert = {
  number: 123,
  revision: 1,
  state: 'open',
  severity: 'high',
  theme: 'refunds',
  team: 'support',
  reason: 'CSAT of 2 or less for a gold account; says “cancelling”.',
  rule: 'gold account unhappy',
  openedAt: at('10:00'),
  respondBy: at('10:40'),
  resolveBy: at('18:00'),
  signalCount: 1,
  lastSignalAt: at('10:00'),
};

const CLAIMED: Alert = {
  ...OPEN,
  revision: 2,
  state: 'claimed',
  ownerId: KIM.id,
  claimedAt: at('10:04'),
};

const RESOLVED: Alert = {
  ...CLAIMED,
  revision: 3,
  state: 'resolved',
  closedAt: at('13:20'),
  closedBy: KIM.id,
  outcome: 'recovered',
  rootCause: 'refund stuck in review',
  closingNote: 'refunded and called back',
};

const DISMISSED: Alert = {
  ...OPEN,
  revision: 2,
  state: 'dismissed',
  closedAt: at('10:12'),
  closedBy: ANA.id,
  dismissal: 'handled',
  closingNote: 'Refunded on Monday.',
};

export const VOICE: SignalView = {
  id: 'signal-1',
  source: 'zendesk',
  kind: 'survey',
  occurredAt: at('09:59'),
  receivedAt: at('10:00'),
  text: "Third time I call about the same refund. I'm cancelling on Friday.",
  score: { metric: 'csat', value: 2, scale: { min: 1, max: 5 } },
  url: 'https://acme.zendesk.com/agent/tickets/8841',
  channel: 'phone',
  speaker: 'Maria Lopez',
  language: 'en',
};

export const VIEW: AlertView = {
  alert: OPEN,
  customer: {
    id: 'customer-maria',
    name: 'Maria Lopez',
    email: 'maria@acme.example',
    preferredContact: 'phone',
    timeZone: 'Europe/Madrid',
  },
  account: { id: 'account-acme', name: 'Acme', tier: 'gold', annualValue: 48_000, currency: 'EUR' },
  lead: VOICE,
  previousScore: { metric: 'csat', value: 5, scale: { min: 1, max: 5 } },
  similarBefore: 3,
};

/** Nothing known but that somebody was unhappy. */
export const BARE: AlertView = {
  alert: { ...OPEN, theme: 'general', reason: 'CSAT of 1 of 5, low enough to ask why.' },
  lead: {
    id: 'signal-2',
    source: 'forms',
    kind: 'survey',
    occurredAt: at('10:00'),
    receivedAt: at('10:00'),
    score: { metric: 'csat', value: 1, scale: { min: 1, max: 5 } },
  },
  similarBefore: 12,
};

export function viewIn(state: Alert['state']): AlertView {
  switch (state) {
    case 'open':
      return VIEW;
    case 'claimed':
      return { ...VIEW, alert: CLAIMED, owner: KIM };
    case 'resolved':
      return { ...VIEW, alert: RESOLVED, owner: KIM, closedBy: KIM };
    case 'dismissed':
      return { ...VIEW, alert: DISMISSED, closedBy: ANA };
  }
}

/** The lead signal, said otherwise. */
export function heardAs(lead: Partial<SignalView>, view: AlertView = VIEW): AlertView {
  return { ...view, lead: { ...view.lead, ...lead } };
}

/** An event as recorded at 10:04 by Kim. */
export function recorded(event: AlertEvent, more: Partial<EventView> = {}): EventView {
  return { id: `event-${event.kind}`, at: at('10:04'), actor: KIM, event, ...more };
}

/** `value` with some of its fields not known. */
export function without<Value extends object, Field extends keyof Value>(
  value: Value,
  ...fields: readonly Field[]
): Omit<Value, Field> {
  const gone: readonly PropertyKey[] = fields;
  return Object.fromEntries(Object.entries(value).filter(([field]) => !gone.includes(field))) as Omit<
    Value,
    Field
  >;
}
