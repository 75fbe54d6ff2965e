import type { AlertView, SignalView } from '../../../src/domain/alert-view.js';
import type { Alert } from '../../../src/domain/alert.js';
import type { Staff } from '../../../src/domain/staff.js';

export const NOW = new Date('2026-11-20T09:40:00Z');

export const KIM: Staff = { id: 'kim', name: 'Kim Larsen', email: 'kim@example.com' };
export const ANA: Staff = { id: 'ana', name: 'Ana Duarte', email: 'ana@example.com' };

export function minutesFromNow(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}

/** An open alert of Maria Lopez at Acme; say what is different. */
export function someAlert(
  number: number,
  different: {
    readonly alert?: Partial<Alert>;
    readonly lead?: Partial<SignalView>;
    readonly view?: Partial<AlertView>;
  } = {},
): AlertView {
  return {
    alert: {
      number,
      revision: 1,
      state: 'open',
      severity: 'high',
      theme: 'refunds',
      team: 'support',
      reason: 'CSAT of 2 of 5 for a gold account; says “cancelling”.',
      rule: 'gold and unhappy',
      customerId: 'maria',
      openedAt: NOW,
      respondBy: minutesFromNow(60),
      resolveBy: minutesFromNow(1440),
      signalCount: 1,
      lastSignalAt: NOW,
      ...different.alert,
    },
    customer: { id: 'maria', name: 'Maria Lopez', email: 'maria@acme.example', preferredContact: 'phone' },
    account: { id: 'acme', name: 'Acme', tier: 'gold', annualValue: 48_000, currency: 'EUR' },
    lead: {
      id: `signal-${number}`,
      source: 'zendesk',
      kind: 'survey',
      occurredAt: NOW,
      receivedAt: NOW,
      text: 'Third time I call about the same refund. I am cancelling on Friday.',
      score: { metric: 'csat', value: 2, scale: { min: 1, max: 5 } },
      url: 'https://acme.zendesk.example/tickets/8841',
      channel: 'phone',
      speaker: 'Maria Lopez',
      ...different.lead,
    },
    similarBefore: 0,
    ...different.view,
  };
}
