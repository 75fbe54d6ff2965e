import { describe, expect, it } from 'vitest';
import { hear, matchCondition, phrasesOf } from '../../src/domain/condition.js';
import type { Route } from '../../src/domain/policy.js';
import { routeTo } from '../../src/domain/routing.js';
import { createChance } from '../chaos/seeded.js';
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

  it('to the same team whether it is compared with all routes or only with those filed under what it has', () => {
    const chance = createChance(20_261_122);
    const some = <Item>(all: readonly Item[]): Item | undefined =>
      chance.happens(0.6) ? chance.pick(all) : undefined;
    const REGIONS = ['North', 'south', 'EAST'];
    const one = (): Route['when'] => {
      const [region, tier, source, businessUnit, theme] = [
        some(REGIONS),
        some(['gold', 'Basic']),
        some(['zendesk', 'Surveys']),
        some(['Retail', 'b2b']),
        some(['legal', 'login']),
      ];
      return {
        ...(region && { region: [region, ...REGIONS.slice(chance.between(1, 3))] }),
        ...(tier && { tier: [tier] }),
        ...(source && { source: [source] }),
        ...(businessUnit && { businessUnit: [businessUnit] }),
        ...(theme && { theme: [theme] }),
      };
    };
    for (let round = 0; round < 500; round += 1) {
      const routes = Array.from({ length: chance.between(0, 8) }, (_, index) => ({
        when: one(),
        team: `team ${index}`,
      }));
      const location = some(['north', 'South', 'west']);
      const [tier, businessUnit] = [some(['gold', 'basic']), some(['retail', 'B2B'])];
      const heard = hear(
        some(['surveys', 'Zendesk']) ?? 'mail',
        {
          kind: 'survey',
          occurredAt: new Date(0),
          tags: [],
          ...(location && { location }),
          account: { ...(tier && { tier }), ...(businessUnit && { businessUnit }) },
        },
        phrasesOf([]),
      );
      const theme = some(['legal', 'login']) ?? 'billing';
      const first = routes.find(
        ({ when }) => (!when.theme || when.theme.includes(theme)) && matchCondition(when, heard),
      );
      expect(routeTo(heard, { theme, severity: 'normal' }, { ...POLICY, routes })).toBe(
        first?.team ?? POLICY.defaultTeam,
      );
    }
  });
});
