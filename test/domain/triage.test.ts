import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/domain/policy.js';
import type { Score } from '../../src/domain/score.js';
import type { Signal } from '../../src/domain/signal.js';
import { triage } from '../../src/domain/triage.js';
import { POLICY } from './policy-fixture.js';

const CSAT = { min: 1, max: 5 };
const score = (value: number): Score => ({ metric: 'csat', value, scale: CSAT });

function decide(signal: Partial<Signal>, rules: readonly Rule[] = [], more: Partial<typeof POLICY> = {}) {
  const whole: Signal = { kind: 'survey', occurredAt: new Date('2026-11-20T09:00:00Z'), tags: [], ...signal };
  return triage('surveys', whole, { ...POLICY, ...more, rules });
}

describe('without rules', () => {
  it('a score at its threshold needs a person, one above stays on the timeline', () => {
    expect(decide({ score: score(2) })).toEqual({
      needsPerson: true,
      severity: 'normal',
      theme: 'general',
      team: 'support',
      reason: 'CSAT of 2 or less.',
      rule: 'score threshold',
    });
    expect(decide({ score: score(3) })).toEqual({
      needsPerson: false,
      theme: 'general',
      team: 'support',
      reason: 'CSAT 3 of 5 is above the threshold, and no rule fired.',
    });
  });

  it('the worst score of all is high', () => {
    expect(decide({ score: score(1) })).toMatchObject({ severity: 'high' });
  });

  it('a score on another scale is named as it was given', () => {
    expect(decide({ score: { metric: 'csat', value: 20, scale: { min: 0, max: 100 } } })).toMatchObject({
      reason: 'CSAT of 2 or less (20 of 100).',
    });
  });

  it.each([
    [{ kind: 'praise' as const }, 'Praise: kept on the timeline for thanks.'],
    [{ kind: 'mention' as const }, 'No score, no watched words: kept on the timeline.'],
    [
      { kind: 'mention' as const, author: { reach: 4200 } },
      'No score, no watched words, reach 4,200: kept on the timeline.',
    ],
    [
      { score: { metric: 'stars' as const, value: 4, scale: CSAT } },
      '4 of 5 stars is above the threshold, and no rule fired.',
    ],
    [
      { score: { metric: 'thumbs' as const, value: 1, scale: { min: 0, max: 1 } } },
      'A rating of good is above the threshold, and no rule fired.',
    ],
  ])('%j stays on the timeline and says why', (signal, reason) => {
    expect(decide(signal)).toEqual({ needsPerson: false, theme: 'general', team: 'support', reason });
  });
});

describe('with rules', () => {
  const refund: Rule = {
    name: 'refund',
    when: { says: ['refund'] },
    severity: 'normal',
    theme: 'refunds',
    reason: 'says {said}',
  };
  const leaving: Rule = {
    name: 'leaving',
    when: { says: ['cancel*'] },
    severity: 'high',
    theme: 'churn',
    reason: 'says {said}',
  };
  const about: Rule = { name: 'about', when: { says: ['invoice'] }, theme: 'billing', reason: 'says {said}' };

  it('the gravest gives the severity, the first that names one the theme, and all of them the reason', () => {
    expect(decide({ text: 'A REFUND, or I am Cancelling', score: score(2) }, [refund, leaving])).toEqual({
      needsPerson: true,
      severity: 'high',
      theme: 'refunds',
      team: 'support',
      reason: 'Says “Cancelling”; says “REFUND”; CSAT of 2 or less.',
      rule: 'leaving',
    });
  });

  it('a rule without a severity names the theme and alerts nobody', () => {
    expect(decide({ text: 'Where is my invoice?' }, [about])).toMatchObject({
      needsPerson: false,
      theme: 'billing',
    });
    expect(decide({ text: 'Where is my invoice?', score: score(2) }, [about])).toMatchObject({
      needsPerson: true,
      theme: 'billing',
    });
  });

  it('a rule that says ignore outdoes every other, wherever it stands', () => {
    const ignore: Rule = {
      name: 'campaign',
      when: { tags: ['spring'] },
      severity: 'ignore',
      reason: 'belongs to the campaign',
    };
    for (const rules of [
      [ignore, refund],
      [refund, ignore],
    ]) {
      expect(decide({ text: 'refund', score: score(1), tags: ['spring'] }, rules)).toMatchObject({
        needsPerson: false,
        reason: 'belongs to the campaign',
        rule: 'campaign',
      });
    }
  });

  it('tells at most three reasons, and none that another one holds', () => {
    const rule = (name: string, reason: string): Rule => ({ name, when: {}, severity: 'normal', reason });
    const four = ['one', 'two', 'three', 'four'].map((name) => rule(name, name));
    expect(decide({}, four)).toMatchObject({ reason: 'One; two; three.' });
    const gold = rule('gold', 'CSAT of 2 or less for a {tier} account');
    expect(decide({ score: score(2), account: { tier: 'gold' } }, [gold])).toMatchObject({
      reason: 'CSAT of 2 or less for a gold account.',
    });
    expect(decide({}, [rule('a', 'Same.'), rule('b', 'Same')])).toMatchObject({ reason: 'Same.' });
  });

  it('fills the blanks of a reason from the signal, once', () => {
    const rule: Rule = {
      name: 'all',
      when: { says: ['{score}'] },
      severity: 'low',
      reason: '{said}, {score}, {tier}, {reach}, {happening}, {other}',
    };
    const signal = {
      text: 'I write {score} for fun',
      score: score(3),
      account: { tier: 'gold' },
      author: { reach: 12_000 },
      happening: 'Priority raised',
    };
    expect(decide(signal, [rule])).toMatchObject({
      reason: '“{score}”, 3 of 5, gold, 12,000, priority raised, {other}.',
    });
    expect(decide({ text: '{score}' }, [rule])).toMatchObject({
      reason: '“{score}”, unknown, unknown, unknown, unknown, {other}.',
    });
  });

  it.each([
    ['Priority raised from normal to urgent.', 'Priority raised from normal to urgent.'],
    ['SLA about to breach', 'SLA about to breach.'],
    ['A ticket was reopened', 'A ticket was reopened.'],
    [undefined, 'Escalated.'],
  ])('tells what has happened: %s', (happening, reason) => {
    const rule: Rule = {
      name: 'escalated',
      when: { kind: ['escalation'] },
      severity: 'high',
      reason: '{happening}',
    };
    expect(
      decide({ kind: 'escalation', ...(happening !== undefined && { happening }) }, [rule]),
    ).toMatchObject({ reason });
  });

  it('keeps an abbreviation as it is in the middle of a reason', () => {
    const rule: Rule = { name: 'escalated', when: {}, severity: 'high', reason: 'escalated: {happening}' };
    expect(decide({ happening: 'SLA about to breach' }, [rule])).toMatchObject({
      reason: 'Escalated: SLA about to breach.',
    });
    expect(decide({ happening: 'Priority raised' }, [rule])).toMatchObject({
      reason: 'Escalated: priority raised.',
    });
  });

  it('the decided theme and severity choose the team', () => {
    const routes = [{ when: { theme: ['refunds'], severity: ['high' as const] }, team: 'money' }];
    expect(decide({ text: 'refund' }, [refund], { routes })).toMatchObject({ team: 'support' });
    expect(decide({ text: 'refund, cancelling' }, [refund, leaving], { routes })).toMatchObject({
      team: 'money',
    });
  });
});
