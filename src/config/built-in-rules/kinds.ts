import type { Rule } from '../../domain/policy.js';

/** What somebody or something has already called a matter for a person. */
export const KIND_RULES: readonly Rule[] = [
  {
    name: 'incident',
    when: { kind: ['incident'] },
    severity: 'high',
    theme: 'incident',
    reason: '{happening}',
  },
  {
    name: 'cancelled',
    when: { kind: ['cancellation'] },
    severity: 'high',
    theme: 'churn',
    reason: '{happening}',
  },
  { name: 'escalated', when: { kind: ['escalation'] }, severity: 'high', reason: '{happening}' },
  { name: 'reported', when: { kind: ['report'] }, severity: 'normal', reason: '{happening}' },
];
