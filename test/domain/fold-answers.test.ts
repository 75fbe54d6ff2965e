import { describe, expect, it } from 'vitest';
import { type Answer, turned } from '../../src/domain/answer.js';
import { foldAnswers, type Voice } from '../../src/domain/fold-answers.js';
import type { Score } from '../../src/domain/score.js';
import type { Signal } from '../../src/domain/signal.js';

const csat = (value: number): Score => ({ metric: 'csat', value, scale: { min: 1, max: 5 } });
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 9, minute));

const voice = (id: string, minute: number, said: Partial<Signal>): Voice => ({
  id,
  source: 'chatwoot',
  customerId: 'robin',
  signal: { kind: 'survey', externalId: '9001', occurredAt: at(minute), tags: [], ...said },
});
const heard = (answer: Partial<Answer>): Answer => ({
  root: 'a',
  newest: 'a',
  occurredAt: at(0),
  times: 1,
  ...answer,
});

describe('an answer that was heard before', () => {
  it('is amended by what comes: the first stands for it, and what it says now counts', () => {
    const before = heard({ score: csat(2), alert: 7 });
    const comment = voice('b', 1, { score: csat(4), text: 'Sorted.' });
    const { said, amended } = foldAnswers([comment], new Map([['b', before]]));
    expect(said.get('b')).toEqual({
      signal: comment.signal,
      alert: 7,
      amendment: { before, times: 2, rated: { was: csat(2) }, words: 'added' },
    });
    expect(amended).toEqual([
      { id: 'a', overtaken: true, counts: csat(4) },
      { id: 'b', amends: 'a', overtaken: false, filled: comment.signal },
    ]);
  });

  it('keeps what the newest says nothing of', () => {
    const before = heard({ score: csat(2), text: 'Late.' });
    const { said } = foldAnswers([voice('b', 1, { text: 'Very late.' })], new Map([['b', before]]));
    expect(said.get('b')?.signal).toMatchObject({ score: csat(2), text: 'Very late.' });
    expect(said.get('b')?.amendment).toEqual({ before, times: 2, words: 'changed' });
  });

  it('marks the version before as overtaken, beside the first', () => {
    const before = heard({ newest: 'b', times: 2, score: csat(2) });
    const { amended } = foldAnswers([voice('c', 1, { score: csat(1) })], new Map([['c', before]]));
    expect(amended.map(({ id, overtaken }) => [id, overtaken])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ]);
  });

  it('is not changed by a version that is older: that one is overtaken from the start', () => {
    const before = heard({ occurredAt: at(5), score: csat(5) });
    const late = voice('b', 1, { score: csat(1) });
    const { said, amended } = foldAnswers([late], new Map([['b', before]]));
    expect(said.get('b')).toEqual({ signal: late.signal, overtakenBy: 'a' });
    expect(amended).toEqual([{ id: 'b', amends: 'a', overtaken: true, filled: late.signal }]);
  });

  it('is completed by a version that is older: a rating that its comment overtook', () => {
    const before = heard({ occurredAt: at(5), text: 'Sorted.', alert: 7 });
    const late = voice('b', 1, { score: csat(1) });
    const { said, amended } = foldAnswers([late], new Map([['b', before]]));
    const whole = { ...late.signal, text: 'Sorted.' };
    expect(said.get('b')).toEqual({
      signal: whole,
      alert: 7,
      amendment: { before, times: 2, rated: {} },
    });
    expect(amended).toEqual([
      { id: 'a', overtaken: true, counts: csat(1) },
      { id: 'b', amends: 'a', overtaken: false, filled: whole },
    ]);
  });

  it.each([
    ['words', heard({ occurredAt: at(5), text: 'Sorted.' }), { score: csat(1), text: 'Sort it.' }],
    ['a score', heard({ occurredAt: at(5), score: csat(5) }), { score: csat(1), text: 'Sort it.' }],
  ])('is not completed by one with %s that were changed since', (_, before, older) => {
    const { said } = foldAnswers([voice('b', 1, older)], new Map([['b', before]]));
    expect(said.get('b')).toMatchObject({ overtakenBy: 'a' });
  });

  it('said twice in one batch is amended once, against what people saw', () => {
    const before = heard({ score: csat(2) });
    const [first, second] = [voice('b', 1, { score: csat(3) }), voice('c', 2, { score: csat(4) })];
    const { said } = foldAnswers(
      [first, second],
      new Map([
        ['b', before],
        ['c', before],
      ]),
    );
    expect(said.get('b')).toMatchObject({ overtakenBy: 'c' });
    expect(said.get('c')?.amendment).toEqual({ before, times: 3, rated: { was: csat(2) } });
  });
});

describe('an answer of this batch', () => {
  it('said twice is taken as it is said last, and nothing is amended that anybody saw', () => {
    const voices = [voice('a', 0, { score: csat(1) }), voice('b', 0, { score: csat(5), text: 'Oops' })];
    const { said, amended } = foldAnswers(voices, new Map());
    expect(said.get('a')).toMatchObject({ overtakenBy: 'b' });
    expect(said.get('b')).not.toHaveProperty('amendment');
    expect(amended).toEqual([
      { id: 'a', overtaken: true, counts: csat(5) },
      { id: 'b', amends: 'a', overtaken: false, filled: voices[1]?.signal },
    ]);
  });

  it('whose older version comes second stands as it was said last', () => {
    const voices = [voice('a', 5, { score: csat(5) }), voice('b', 0, { score: csat(1) })];
    const { said, amended } = foldAnswers(voices, new Map());
    expect(said.get('a')).toEqual({ signal: voices[0]?.signal });
    expect(said.get('b')).toMatchObject({ overtakenBy: 'a' });
    expect(amended).toEqual([{ id: 'b', amends: 'a', overtaken: true, filled: voices[1]?.signal }]);
  });

  it('said once is nothing to speak of', () => {
    expect(foldAnswers([voice('a', 0, { score: csat(1) })], new Map())).toEqual({
      said: new Map(),
      amended: [],
    });
  });

  it.each<readonly [string, Partial<Voice>, Partial<Signal>]>([
    ['of another source', { source: 'zendesk' }, {}],
    ['of another customer', { customerId: 'jon' }, {}],
    ['with another id', {}, { externalId: '9002' }],
    ['of another kind', {}, { kind: 'review' }],
    ['to another question', {}, { score: { metric: 'nps', value: 1, scale: { min: 0, max: 10 } } }],
    ['of something else that happened', {}, { happening: 'Reopened' }],
    ['without words or score', {}, { score: undefined } as object],
    ['without an id', {}, { externalId: undefined } as object],
  ])('is not said again by a voice %s', (_, by, said) => {
    const other = { ...voice('b', 1, { score: csat(1), ...said }), ...by };
    expect(foldAnswers([voice('a', 0, { score: csat(1) }), other], new Map()).said.size).toBe(0);
  });
});

it('a score turns better or worse by its place, whatever its scale', () => {
  const of100 = (value: number): Score => ({ metric: 'csat', value, scale: { min: 0, max: 100 } });
  expect(turned({ rated: { was: csat(3) } }, { score: of100(60) })).toBe('better');
  expect(turned({ rated: { was: csat(3) } }, { score: of100(40) })).toBe('worse');
  expect(turned({ rated: {} }, { score: csat(1) })).toBeUndefined();
});
