import { describe, expect, it } from 'vitest';
import {
  formData,
  pressData,
  readActionData,
  refreshData,
} from '../../../src/platforms/teams/render/action-data.js';

describe('what a button on Teams carries', () => {
  it('comes back as it was given', () => {
    expect(readActionData(pressData('claim', 123))).toEqual({ kind: 'press', action: 'claim', alert: 123 });
    expect(readActionData(refreshData(7))).toEqual({ kind: 'refresh', alert: 7 });
  });

  it('comes back with what was filled in, by the names of the form’s fields', () => {
    const sent = {
      ...formData('resolve', 123),
      'resolve-outcome': 'recovered',
      'resolve-rootCause': 'refund stuck',
      'resolve-note': '  ',
      'dismiss-note': 'of another form',
      note: 'of none',
      'resolve-count': 5,
    };
    expect(readActionData(sent)).toEqual({
      kind: 'form',
      action: 'resolve',
      alert: 123,
      answers: { outcome: 'recovered', rootCause: 'refund stuck' },
    });
  });

  it('takes no more than a form could ask', () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`resolve-f${index}`, 'x'.repeat(50_000)]),
    );
    const read = readActionData({ ...many, ...formData('resolve', 1) });
    expect(read?.kind === 'form' && Object.keys(read.answers)).toHaveLength(20);
    expect(read?.kind === 'form' && read.answers['f0']).toHaveLength(10_000);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', '{"earshot":{"v":1,"action":"claim","alert":1}}'],
    ['a list', [{ earshot: { v: 1, action: 'claim', alert: 1 } }]],
    ['somebody else’s', { action: 'claim', alert: 1 }],
    ['of another version', { earshot: { v: 2, action: 'claim', alert: 1 } }],
    ['an action we have not', { earshot: { v: 1, action: 'explode', alert: 1 } }],
    ['an action by inheritance', { earshot: { v: 1, action: '__proto__', alert: 1 } }],
    ['an action in a list', { earshot: { v: 1, action: ['claim'], alert: 1 } }],
    ['no alert', { earshot: { v: 1, action: 'claim' } }],
    ['an alert in words', { earshot: { v: 1, action: 'claim', alert: '1' } }],
    ['half an alert', { earshot: { v: 1, action: 'claim', alert: 1.5 } }],
    ['alert nought', { earshot: { v: 1, action: 'refresh', alert: 0 } }],
    ['too high an alert', { earshot: { v: 1, action: 'claim', alert: 1e15 } }],
    ['a form that is none', { earshot: { v: 1, action: 'claim', alert: 1, form: true } }],
  ])('is not believed when it is %s', (_, value) => {
    expect(readActionData(value)).toBeUndefined();
  });
});
