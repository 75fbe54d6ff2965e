import { describe, expect, it } from 'vitest';
import { DAY_SO_FAR, STILL_TO_COME } from '../../src/demo/a-day-of-voices.js';
import type { Voice } from '../../src/demo/voice.js';
import { hearDay, readVoice, opened, signalsOf, type Heard } from './hear-day.js';

const WHOLE_DAY = [...DAY_SO_FAR, ...STILL_TO_COME];
const HEARD = hearDay(DAY_SO_FAR);
const LATER = hearDay(WHOLE_DAY).slice(HEARD.length);

describe('what the day has to show', () => {
  it('a call that is sent again, and an entry that comes again in another call', () => {
    expect(HEARD.filter(({ became }) => became === 'duplicate')).toEqual([
      { became: 'duplicate', of: 'call' },
      { became: 'duplicate', of: 'entry' },
    ]);
  });

  it('a list with one element that cannot be read, which costs the others nothing', () => {
    const lists = WHOLE_DAY.filter(({ says }) => Array.isArray(says));
    expect(lists.map((voice) => readVoice(voice).elements.map(({ kind }) => kind))).toEqual([
      ['signal', 'refused', 'signal', 'signal'],
    ]);
    expect(HEARD.flatMap((each) => (each.became === 'refused' ? [each.why] : []))).toEqual([
      '[1].score must be from 1 to 5, the scale of this csat',
    ]);
  });

  it('one customer who is heard three times of one refund, the third time graver', () => {
    const [refund] = opened(HEARD).filter(({ title }) => title.startsWith('Tomasz'));
    expect(refund).toMatchObject({ count: 3, theme: 'refunds', severity: 'high' });
    const joined = HEARD.filter((each) => each.became === 'joined' && each.alert === refund);
    expect(joined).toHaveLength(2);
    expect(hearDay(DAY_SO_FAR.filter(isNotGraver)).find(isTomasz)).toMatchObject({
      alert: { severity: 'normal' },
    });
  });

  it('one ticket that is heard twice', () => {
    const [linen] = opened(HEARD).filter(({ title }) => title.includes('Villa Roskva'));
    expect(linen).toMatchObject({ count: 2, severity: 'critical' });
  });

  it('a customer whose score was better before', () => {
    const ruth = signalsOf([...HEARD, ...LATER]).filter(({ customer }) => customer?.name === 'Ruth Abramov');
    expect(ruth.map(({ score }) => score?.value)).toEqual([5, 2]);
  });

  it('praise and fine scores, which are kept and alert nobody', () => {
    const kept = HEARD.filter(({ became }) => became === 'timeline');
    expect(signalsOf(kept).filter(({ kind }) => kind === 'praise').length).toBeGreaterThanOrEqual(2);
    expect(kept.length).toBeGreaterThanOrEqual(15);
  });

  it('a hostile text: markup, mentions, forged links, hidden characters, an order to a model', () => {
    const [hostile] = signalsOf(HEARD).filter(({ text }) => text?.includes('<script>'));
    for (const piece of [
      '<!channel>',
      '@everyone',
      '[Confirm your refund](https://evil.example/login)',
      '<https://evil.example|help.pelliworth.example>',
      '\u202e',
      '\u200b',
      'ignore all previous instructions',
    ]) {
      expect(hostile?.text).toContain(piece);
    }
    expect(hostile?.author?.name).toContain('<!everyone>');
  });

  it('six other languages that each need somebody', () => {
    const alerted = signalsOf(HEARD.filter(({ became }) => became === 'alert'));
    const languages = new Set(alerted.flatMap(({ language }) => language ?? []));
    expect([...languages].toSorted()).toEqual(['ar', 'de', 'es', 'fr', 'ja', 'pt-PT']);
  });

  it('every kind of voice and every metric', () => {
    const signals = signalsOf([...HEARD, ...LATER]);
    expect([...new Set(signals.map(({ kind }) => kind))].toSorted()).toEqual([
      'cancellation',
      'escalation',
      'incident',
      'mention',
      'praise',
      'report',
      'review',
      'survey',
    ]);
    const metrics = new Set(signals.flatMap(({ score }) => score?.metric ?? []));
    expect([...metrics].toSorted()).toEqual(['ces', 'csat', 'nps', 'stars', 'thumbs']);
  });

  it('a mention before many readers that is an alert, and mentions before few that are none', () => {
    const mentions = HEARD.filter((each) => 'signal' in each && each.signal.kind === 'mention');
    expect(mentions.map(({ became }) => became)).toEqual(['alert', 'timeline', 'timeline']);
  });

  it('accounts with tier, value, currency, unit and owner', () => {
    const accounts = signalsOf([...HEARD, ...LATER]).flatMap(({ account }) => account ?? []);
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(8);
    for (const { tier, annualValue, currency, businessUnit, owner } of accounts) {
      expect([tier, annualValue, currency, businessUnit, owner]).not.toContain(undefined);
    }
    expect(new Set(accounts.map(({ tier }) => tier))).toEqual(new Set(['silver', 'gold', 'platinum']));
  });
});

describe('the voices of the day', () => {
  it('have an id of their own each, but for what is sent again on purpose', () => {
    const ids = WHOLE_DAY.flatMap(({ says }) => ('kind' in says ? says.external_id : []));
    expect(ids.length - new Set(ids).size).toBe(2);
    const calls = WHOLE_DAY.map(({ deliveryId }) => deliveryId);
    expect(calls.length - new Set(calls).size).toBe(1);
  });

  it('lead nowhere: every address and e-mail is of a name that can belong to nobody', () => {
    for (const [address] of JSON.stringify(WHOLE_DAY).matchAll(
      /https?:\/\/[^/"|>)\\ ]+|[\w.]+@[\w.]+\.\w+/gu,
    )) {
      expect(address).toMatch(/\.example$|^https:\/\/(?:social|reviews|evil)\.example$/u);
    }
  });

  it('name no field that the wire has not: nothing is kept as unknown', () => {
    for (const signal of signalsOf([...HEARD, ...LATER])) expect(signal.extra).toBeUndefined();
  });
});

function isNotGraver({ deliveryId }: Voice): boolean {
  return deliveryId !== 'msg_ticket-48288-escalated';
}

function isTomasz(heard: Heard): boolean {
  return 'signal' in heard && heard.signal.customer?.name === 'Tomasz Wójcik';
}
