import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/config/default-policy.js';
import type { Signal } from '../../src/domain/signal.js';
import { triage } from '../../src/domain/triage.js';
import { VOICES } from './voices.js';

const AT = new Date('2026-11-20T09:00:00Z');
const CSAT = { min: 1, max: 5 };

function decide(signal: Partial<Signal>) {
  return triage('voice', { kind: 'mention', occurredAt: AT, tags: [], ...signal }, DEFAULT_POLICY);
}

function comesOf(signal: Partial<Signal>) {
  const decision = decide(signal);
  return decision.needsPerson ? decision.severity : 'nothing';
}

describe('the built-in rules, when nothing but the words is known', () => {
  it.each(VOICES)('“$says” → $should', ({ says, should, is, theme }) => {
    const decision = decide({ text: says });
    expect(decision.needsPerson ? decision.severity : 'nothing', decision.reason).toBe(is ?? should);
    if (theme) expect(decision.theme).toBe(theme);
  });

  it('are right about nearly all of these voices, and the figure is printed', () => {
    const judged = VOICES.map(({ says, should }) => ({ should, is: comesOf({ text: says }) }));
    const alerted = judged.filter(({ is }) => is !== 'nothing');
    const rightly = alerted.filter(({ should }) => should !== 'nothing').length;
    const needed = judged.filter(({ should }) => should !== 'nothing').length;
    const exactly = judged.filter(({ should, is }) => should === is).length;
    console.log(
      `${judged.length} voices in 7 languages: ${rightly} of ${alerted.length} alerts were needed (precision ${percent(rightly, alerted.length)}), ` +
        `${rightly} of ${needed} needed alerts came (recall ${percent(rightly, needed)}), severity exact in ${exactly}`,
    );
    expect(judged.length).toBeGreaterThanOrEqual(60);
    expect(rightly / alerted.length).toBeGreaterThanOrEqual(0.95);
    expect(rightly / needed).toBeGreaterThanOrEqual(0.95);
  });

  it('leave praise alone whatever words are in it', () => {
    for (const { says, should } of VOICES) {
      if (should === 'critical') continue;
      expect(comesOf({ kind: 'praise', text: says }), says).toBe('nothing');
    }
  });

  it('hear of harm beside a good score too', () => {
    const score = { metric: 'csat', value: 5, scale: CSAT } as const;
    expect(comesOf({ kind: 'survey', text: 'Kind people, though the plug caught fire.', score })).toBe(
      'critical',
    );
    expect(comesOf({ kind: 'survey', text: 'I wanted a refund and got more.', score })).toBe('nothing');
  });
});

describe('the built-in rules, by what else is known', () => {
  const low = { metric: 'csat', value: 2, scale: CSAT } as const;

  it('a low score of a gold account is high, and the reason reads well on its card', () => {
    const text = "Third time I call about the same refund. I'm cancelling on Friday.";
    expect(decide({ kind: 'survey', score: low, account: { tier: 'Gold' }, text })).toEqual({
      needsPerson: true,
      severity: 'high',
      theme: 'refunds',
      team: 'support',
      reason: 'CSAT of 2 or less for a Gold account; says “cancelling”; says “refund”.',
      rule: 'valued account: low CSAT',
    });
  });

  it('the same score of another account is normal, the worst score high', () => {
    expect(comesOf({ kind: 'survey', score: low })).toBe('normal');
    expect(comesOf({ kind: 'survey', score: { ...low, value: 1 } })).toBe('high');
    expect(comesOf({ kind: 'survey', score: { ...low, value: 3 }, account: { tier: 'gold' } })).toBe(
      'nothing',
    );
  });

  it.each([
    ['csat', 2, 3],
    ['nps', 6, 7],
    ['ces', 3, 4],
    ['stars', 2, 3],
    ['thumbs', 0, 1],
  ] as const)('%s alerts at %d and not at %d', (metric, at, above) => {
    const scale = {
      csat: CSAT,
      nps: { min: 0, max: 10 },
      ces: { min: 1, max: 7 },
      stars: CSAT,
      thumbs: { min: 0, max: 1 },
    }[metric];
    expect(comesOf({ kind: 'survey', score: { metric, value: at, scale } })).not.toBe('nothing');
    expect(comesOf({ kind: 'survey', score: { metric, value: above, scale } })).toBe('nothing');
  });

  it('what the sender calls an escalation, a cancellation, an incident or a report needs a person', () => {
    const happening = 'SLA about to breach in 20 min.';
    expect(decide({ kind: 'escalation', happening })).toMatchObject({
      severity: 'high',
      reason: 'SLA about to breach in 20 min.',
    });
    expect(decide({ kind: 'escalation' })).toMatchObject({ severity: 'high', reason: 'Escalated.' });
    expect(decide({ kind: 'cancellation' })).toMatchObject({
      severity: 'high',
      theme: 'churn',
      reason: 'Cancelled.',
    });
    expect(decide({ kind: 'incident' })).toMatchObject({ severity: 'high', theme: 'incident' });
    expect(decide({ kind: 'report' })).toMatchObject({
      severity: 'normal',
      reason: 'Reported as a problem.',
    });
  });

  it('a complaint in public weighs by its readers, a pleasantry does not', () => {
    const author = (reach: number) => ({ handle: 'mia', reach });
    const complaint = 'Worst bank I ever had, avoid.';
    expect(comesOf({ text: complaint, author: author(9_999) })).toBe('nothing');
    expect(comesOf({ text: complaint, author: author(10_000) })).toBe('high');
    expect(decide({ text: complaint, author: author(120_000) })).toMatchObject({
      severity: 'critical',
      reason: 'Says “Worst” to 120,000 readers.',
    });
    expect(comesOf({ text: 'Lovely bank, never disappointed.', author: author(500_000) })).toBe('nothing');
  });

  it('a mention without watched words stays on the timeline and says so', () => {
    expect(decide({ text: 'Saw your stand at the fair.', author: { reach: 1200 } })).toEqual({
      needsPerson: false,
      theme: 'general',
      team: 'support',
      reason: 'No score, no watched words, reach 1,200: kept on the timeline.',
    });
  });
});

describe('the list of built-in rules', () => {
  it('names each rule once, and each rule names a severity or a theme', () => {
    const names = DEFAULT_POLICY.rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(DEFAULT_POLICY.rules.filter(({ severity, theme }) => !severity && !theme)).toEqual([]);
  });

  it('has no empty phrase and none with a * that is not at its end', () => {
    const phrases = DEFAULT_POLICY.rules.flatMap(({ when }) => [
      ...(when.says ?? []),
      ...(when.saysExcept ?? []),
    ]);
    expect(phrases.filter((phrase) => !/^[^*]{2,}\*?$/u.test(phrase))).toEqual([]);
  });
});

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
