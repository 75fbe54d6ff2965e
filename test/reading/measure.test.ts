import { describe, expect, it } from 'vitest';
import { macroF1, precisionAndRecall, recallAt, rocAuc } from '../../bench/reading/measure.js';

const scored = (...pairs: readonly (readonly [number, boolean])[]) =>
  pairs.map(([score, negative]) => ({ score, negative }));
const SOME = scored([0.9, true], [0.8, false], [0.7, true], [0.2, false], [0.1, false]);

describe('the measures', () => {
  it('AUC is the share of pairs in the right order, ties half', () => {
    expect(rocAuc(SOME)).toBeCloseTo(5 / 6);
    expect(rocAuc(scored([1, true], [1, false]))).toBe(0.5);
  });

  it('macro-F1 is the mean of both sides', () => {
    expect(macroF1(SOME, 0.5)).toBeCloseTo((0.8 + 0.8) / 2);
    expect(macroF1(SOME, 0)).toBeCloseTo((4 / 7 + 0) / 2);
  });

  it('recall at a precision takes the best threshold, and never cuts through a tie', () => {
    expect(recallAt(SOME, 0.9)).toBe(0.5);
    expect(recallAt(SOME, 0.6)).toBe(1);
    expect(recallAt(scored([1, true], [1, false]), 0.9)).toBe(0);
  });

  it('precision and recall are those of what it says', () => {
    expect(precisionAndRecall(SOME, 0.75)).toEqual({ precision: 0.5, recall: 0.5 });
  });
});
