import type { Card } from '../../src/cards/card.js';

/** An open card in words of its own; its facts and notes are for each test to say. */
export const MARIA: Omit<Card, 'facts' | 'notes'> = {
  alert: 123,
  state: 'open',
  severity: 'high',
  label: 'High',
  name: 'CX-123',
  headline: 'Maria Lopez at Acme gave 2 of 5 after a call about refunds',
  fallback: 'High severity, CX-123: Maria Lopez at Acme gave 2 of 5; nobody has claimed it yet.',
  quote: 'Third time I call.',
  buttons: ['claim', 'dismiss'],
  more: ['change_severity', 'history'],
  link: { text: 'Zendesk 8841 (acme.zendesk.com)', url: 'https://acme.zendesk.com/agent/tickets/8841' },
};
