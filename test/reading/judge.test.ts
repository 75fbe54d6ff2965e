import { describe, expect, it } from 'vitest';
import { macroF1, precisionAndRecall, recallAt, rocAuc } from '../../bench/reading/measure.js';
import { loadBuiltInModel } from '../../src/reading/built-in-model.js';
import { createJudge } from '../../src/reading/judge.js';
import { NEGATIVE, NOT_NEGATIVE } from './sentences.js';

const judge = createJudge(loadBuiltInModel());
const scored = [
  ...NEGATIVE.map((text) => ({ score: judge(text), negative: true })),
  ...NOT_NEGATIVE.map((text) => ({ score: judge(text), negative: false })),
];

describe('the built-in model, on sentences that it has never seen', () => {
  it('tells complaints from the rest, above its floors', () => {
    const { precision, recall } = precisionAndRecall(scored, 0.5);
    const figures = {
      auc: rocAuc(scored),
      macroF1: macroF1(scored, 0.5),
      recallAt70: recallAt(scored, 0.7),
      recallAt80: recallAt(scored, 0.8),
      recallAt90: recallAt(scored, 0.9),
      precision,
      recall,
    };
    console.log(`On ${scored.length} sentences of our own: ${JSON.stringify(figures)}`);
    expect(figures.auc).toBeGreaterThan(0.92);
    expect(figures.macroF1).toBeGreaterThan(0.82);
    expect(figures.recallAt70).toBeGreaterThan(0.9);
    expect(figures.recallAt80).toBeGreaterThan(0.85);
    expect(figures.recallAt90).toBeGreaterThan(0.75);
    expect(figures.precision).toBeGreaterThan(0.9);
    expect(figures.recall).toBeGreaterThan(0.7);
  });

  it('is better than calling everything negative', () => {
    const always = scored.map(({ negative }) => ({ score: 0, negative }));
    expect(rocAuc(always)).toBe(0.5);
    expect(macroF1(scored, 0.5)).toBeGreaterThan(2 * macroF1(always, 0));
  });

  it.each([
    ['', 'nothing'],
    ['   \n', 'white space'],
    ['!!!! 😡😡 ???', 'signs alone'],
    ['\u0000\ud800'.repeat(50), 'broken characters'],
    ['a'.repeat(100_000), 'one endless word'],
    ['schlecht '.repeat(2_000), 'the same again and again'],
  ])('gives a likelihood for %j (%#)', (text) => {
    const negative = judge(text);
    expect(negative).toBeGreaterThan(0);
    expect(negative).toBeLessThan(1);
  });

  it('says the same of a text whatever it read before', () => {
    const before = judge('Cold food, wrong order.');
    judge('Thank you, lovely people.');
    expect(judge('Cold food, wrong order.')).toBe(before);
  });

  it('does not look at who is named, at addresses and at numbers', () => {
    expect(judge('@acme order 55120 is broken http://acme.example/a')).toBe(
      judge('@other order 7 is broken https://elsewhere.example/b?c'),
    );
  });
});
