import { describe, expect, it } from 'vitest';
import { hear, matchCondition, phrasesOf } from '../../src/domain/condition.js';
import type { Condition } from '../../src/domain/policy.js';
import type { Signal } from '../../src/domain/signal.js';

const SIGNAL: Signal = {
  kind: 'survey',
  occurredAt: new Date('2026-11-20T09:00:00Z'),
  text: 'Still no refund.',
  score: { metric: 'csat', value: 2, scale: { min: 1, max: 5 } },
  location: 'Berlin',
  language: 'de-AT',
  tags: ['Billing', 'vip'],
  author: { reach: 500 },
  account: { tier: 'Gold', businessUnit: 'retail', annualValue: 48_000 },
  customer: { stage: 'new' },
};

const matchSignal = (when: Condition, signal: Signal) =>
  matchCondition(when, hear('surveys', signal, phrasesOf([when])));
const match = (when: Condition, signal: Partial<Signal> = {}) => matchSignal(when, { ...SIGNAL, ...signal });

const HOLD: readonly Condition[] = [
  {},
  { source: ['other', 'surveys'] },
  { kind: ['survey'] },
  { tier: ['gold'] },
  { stage: ['NEW'] },
  { region: ['berlin'] },
  { businessUnit: ['retail'] },
  { tags: ['vip', 'x'] },
  { language: ['de'] },
  { metric: 'csat' },
  { metric: 'csat', scoreAtMost: 2 },
  { says: ['refund'] },
  { reachAtLeast: 500 },
  { annualValueAtLeast: 48_000 },
];

const DO_NOT_HOLD: readonly Condition[] = [
  { source: ['zendesk'] },
  { kind: ['mention'] },
  { tier: ['silver'] },
  { stage: ['former'] },
  { region: ['Paris'] },
  { businessUnit: ['wholesale'] },
  { tags: ['other'] },
  { language: ['fr'] },
  { metric: 'nps' },
  { metric: 'csat', scoreAtMost: 1 },
  { says: ['cancel*'] },
  { says: ['refund'], saysExcept: ['no refund'] },
  { reachAtLeast: 501 },
  { annualValueAtLeast: 48_001 },
  { tier: [] },
];

describe('a condition', () => {
  it('takes a stage as senders write it, whatever its capitals', () => {
    expect(match({ stage: ['Trial'] }, { customer: { stage: 'Trial' } })).toBeDefined();
    expect(match({ stage: ['new'] }, { customer: { stage: 'New' } })).toBeDefined();
  });

  it.each(HOLD.map((when) => [JSON.stringify(when), when] as const))('%s holds', (_, when) => {
    expect(match(when)).toBeDefined();
  });

  it.each(DO_NOT_HOLD.map((when) => [JSON.stringify(when), when] as const))('%s does not hold', (_, when) => {
    expect(match(when)).toBeUndefined();
  });

  it('holds only where all that it names does', () => {
    expect(match(Object.assign({}, ...HOLD) as Condition)).toEqual({ said: 'refund' });
    for (const wrong of DO_NOT_HOLD) {
      expect(match(Object.assign({}, ...HOLD, wrong) as Condition), JSON.stringify(wrong)).toBeUndefined();
    }
  });

  it('on what is not known does not hold', () => {
    const unknown = { kind: 'survey', occurredAt: SIGNAL.occurredAt, tags: [] } as const;
    for (const when of HOLD) {
      if (Object.keys(when).length === 0 || when.source || when.kind) continue;
      expect(matchSignal(when, unknown), JSON.stringify(when)).toBeUndefined();
    }
  });

  it('compares scores on the usual scale', () => {
    const outOf100 = (value: number) =>
      ({ score: { metric: 'csat', value, scale: { min: 0, max: 100 } } }) as const;
    expect(match({ metric: 'csat', scoreAtMost: 2 }, outOf100(25))).toBeDefined();
    expect(match({ metric: 'csat', scoreAtMost: 2 }, outOf100(26))).toBeUndefined();
  });

  it('on words does not hold in praise or beside a good score, unless it says so', () => {
    const happy = [
      { kind: 'praise' },
      { score: { metric: 'csat', value: 4, scale: { min: 1, max: 5 } } },
      { score: { metric: 'nps', value: 8, scale: { min: 0, max: 10 } } },
    ] as const;
    for (const signal of happy) {
      const { occurredAt, text = '' } = SIGNAL;
      const heard: Signal = { kind: 'survey', occurredAt, tags: [], text, ...signal };
      expect(matchSignal({ says: ['refund'] }, heard)).toBeUndefined();
      expect(matchSignal({ says: ['refund'], evenWhenHappy: true }, heard)).toEqual({ said: 'refund' });
    }
    expect(
      match({ says: ['refund'] }, { score: { metric: 'nps', value: 7, scale: { min: 0, max: 10 } } }),
    ).toBeDefined();
  });
});
