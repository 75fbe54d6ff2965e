import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/domain/policy.js';
import type { Flag, Reading } from '../../src/domain/reading.js';
import type { Signal } from '../../src/domain/signal.js';
import { triage } from '../../src/domain/triage.js';
import { POLICY } from './policy-fixture.js';

const NEGATIVE: Reading = { reader: 'the built-in model', negative: 0.931, flags: [], themes: [] };
const CHURN: Flag = { name: 'churn', said: 'cancelling', quote: 'cancelling today' };
const LEAVING: Rule = {
  name: 'churn: leaving',
  when: { says: ['cancelling'] },
  severity: 'high',
  theme: 'churn',
  reason: 'says {said}',
};

interface Given {
  readonly signal?: Partial<Signal>;
  readonly reading?: Partial<Reading>;
  readonly rules?: readonly Rule[];
  readonly alertFrom?: number;
}

function decide({ signal, reading, rules = [], alertFrom }: Given) {
  const whole: Signal = {
    kind: 'mention',
    occurredAt: new Date('2026-11-20T09:00:00Z'),
    tags: [],
    text: 'I am cancelling today, this is awful',
    ...signal,
  };
  const policy = { ...POLICY, rules, ...(alertFrom !== undefined && { reading: { alertFrom, themes: [] } }) };
  return triage('voice', whole, policy, { ...NEGATIVE, ...reading });
}

describe('a signal without a score', () => {
  it('alerts by how it reads, and the card says what was read and by what', () => {
    expect(decide({ reading: { flags: [CHURN] } })).toEqual({
      needsPerson: true,
      severity: 'normal',
      theme: 'general',
      team: 'support',
      reason: 'Reads as negative, p .93; churn: “cancelling today”. Read by the built-in model.',
      rule: 'reads as negative',
    });
  });

  it('alerts from .5 on and stays on the timeline below, with the likelihood', () => {
    expect(decide({ reading: { negative: 0.5 } })).toMatchObject({ needsPerson: true });
    expect(decide({ reading: { negative: 0.49 }, signal: { author: { reach: 4_200 } } })).toEqual({
      needsPerson: false,
      theme: 'general',
      team: 'support',
      reason:
        'No score, no watched words, reach 4,200, p .49 of being negative: kept on the timeline. Read by the built-in model.',
    });
  });

  it('alerts from where it was configured, or never', () => {
    expect(decide({ alertFrom: 0.95 })).toMatchObject({ needsPerson: false });
    expect(decide({ alertFrom: 2, reading: { negative: 1 } })).toMatchObject({ needsPerson: false });
  });

  it('is high in front of many readers, and never critical by a model alone', () => {
    expect(decide({ signal: { author: { reach: 9_999 } } })).toMatchObject({ severity: 'normal' });
    expect(decide({ signal: { author: { reach: 5_000_000 } } })).toMatchObject({
      severity: 'high',
      reason: 'Reads as negative to 5,000,000 readers, p .93. Read by the built-in model.',
    });
  });

  it('of low confidence is one step less grave, and says why', () => {
    const doubt = 'it learnt from English, and this looks German';
    expect(decide({ reading: { doubt } })).toMatchObject({
      severity: 'low',
      reason:
        'Reads as negative, p .93. Read by the built-in model; low confidence: it learnt from English, and this looks German.',
    });
    expect(decide({ reading: { doubt }, signal: { author: { reach: 10_000 } } })).toMatchObject({
      severity: 'normal',
    });
  });

  it('is never read as certain', () => {
    expect(decide({ reading: { negative: 1 } }).reason).toContain('p .99.');
    expect(decide({ reading: { negative: 0 } }).reason).toContain('p .01 of');
  });

  it.each(['mention', 'review', 'survey'] as const)('alerts as a %s', (kind) => {
    expect(decide({ signal: { kind } })).toMatchObject({ needsPerson: true });
  });
});

describe('a reading decides nothing', () => {
  it('of praise, and of what somebody has scored', () => {
    expect(decide({ signal: { kind: 'praise' } })).toMatchObject({ needsPerson: false });
    const score = { metric: 'stars', value: 4, scale: { min: 1, max: 5 } } as const;
    expect(decide({ signal: { kind: 'review', score } })).toMatchObject({
      needsPerson: false,
      reason: '4 of 5 stars is above the threshold, and no rule fired.',
    });
  });

  it('against a rule that says ignore', () => {
    const ignore: Rule = { name: 'campaign', when: {}, severity: 'ignore', reason: 'a campaign' };
    expect(decide({ rules: [ignore] })).toMatchObject({ needsPerson: false, reason: 'a campaign' });
  });
});

describe('beside rules', () => {
  it('a reading never lowers what a rule says', () => {
    expect(decide({ rules: [LEAVING], reading: { negative: 0.01 } })).toMatchObject({
      severity: 'high',
      reason: 'Says “cancelling”.',
      rule: 'churn: leaving',
    });
  });

  it('a flag says it better than a rule that only quotes the same words', () => {
    expect(decide({ rules: [LEAVING], reading: { flags: [CHURN] } })).toMatchObject({
      severity: 'high',
      theme: 'churn',
      reason: 'Reads as negative, p .93; churn: “cancelling today”. Read by the built-in model.',
      rule: 'churn: leaving',
    });
  });

  it('a flag is not told where a rule has said more of the same words', () => {
    const more = { ...LEAVING, reason: 'says {said}, which the launch team wants to know' };
    expect(decide({ rules: [more], reading: { flags: [CHURN] } }).reason).toBe(
      'Says “cancelling”, which the launch team wants to know; reads as negative, p .93. Read by the built-in model.',
    );
  });

  it('a reading raises what a rule calls less grave', () => {
    const low: Rule = { name: 'low', when: {}, severity: 'low', reason: 'one reason' };
    expect(decide({ rules: [low] })).toMatchObject({ severity: 'normal', rule: 'reads as negative' });
  });

  it('it is told after two reasons of rules at most', () => {
    const rule = (name: string): Rule => ({ name, when: {}, severity: 'high', reason: name });
    expect(decide({ rules: ['one', 'two', 'three'].map(rule) }).reason).toBe(
      'One; two; reads as negative, p .93. Read by the built-in model.',
    );
  });
});

describe('the theme', () => {
  it('is that of a rule, else the first that was read', () => {
    expect(decide({ reading: { themes: ['price', 'waiting'] } }).theme).toBe('price');
    expect(decide({ rules: [LEAVING], reading: { themes: ['price'] } }).theme).toBe('churn');
    expect(decide({ reading: { negative: 0.1, themes: ['price'] } }).theme).toBe('price');
  });
});
