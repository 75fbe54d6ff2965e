import { describe, expect, it } from 'vitest';
import { hear, phrasesOf } from '../../src/domain/condition.js';
import type { Route } from '../../src/domain/policy.js';
import { routeTo } from '../../src/domain/routing.js';
import { POLICY } from './policy-fixture.js';

const ROUTES: readonly Route[] = [
  { when: { theme: ['legal'] }, team: 'legal' },
  { when: { severity: ['critical'], tier: ['gold'] }, team: 'key accounts' },
  { when: { source: ['zendesk'], theme: ['refunds', 'billing'] }, team: 'money' },
  { when: { tier: ['gold'] }, team: 'gold desk' },
];

function route(theme: string, severity: 'critical' | 'normal', { source = 'surveys', tier = 'basic' } = {}) {
  const signal = { kind: 'survey', occurredAt: new Date(0), tags: [], account: { tier } } as const;
  return routeTo(hear(source, signal, phrasesOf([])), { theme, severity }, { ...POLICY, routes: ROUTES });
}

describe('an alert is routed', () => {
  it('to the team of the first route that takes it', () => {
    expect(route('legal', 'critical', { tier: 'gold' })).toBe('legal');
    expect(route('login', 'critical', { tier: 'gold' })).toBe('key accounts');
    expect(route('billing', 'normal', { source: 'zendesk', tier: 'gold' })).toBe('money');
    expect(route('billing', 'normal', { tier: 'gold' })).toBe('gold desk');
  });

  it('to the default team where none takes it', () => {
    expect(route('billing', 'critical')).toBe('support');
  });
});
