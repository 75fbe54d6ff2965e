import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { fit } from '../../bench/reading/fit.js';
import { macroF1, recallAt, rocAuc } from '../../bench/reading/measure.js';
import { readSets, SETS } from '../../bench/reading/read-sets.js';
import { loadBuiltInModel } from '../../src/reading/built-in-model.js';
import { createJudge } from '../../src/reading/judge.js';

const FOLDER = fileURLToPath(new URL('../../../shared/nlp/train/', import.meta.url));
const found = existsSync(FOLDER)
  ? 'held-out texts read'
  : 'no texts at hand (../shared/nlp/train is not there)';

it(`the built-in model is above its floors on texts that were held out: ${found}`, () => {
  if (!existsSync(FOLDER)) return;
  const judge = createJudge(loadBuiltInModel());
  const scored = readSets(FOLDER)
    .filter(({ heldOut }) => heldOut)
    .map(({ text, label, set }) => ({ set, score: judge(text), negative: label === 'negative' }));
  expect(scored.length).toBeGreaterThan(1_000);
  expect(rocAuc(scored)).toBeGreaterThan(0.86);
  expect(macroF1(scored, 0.5)).toBeGreaterThan(0.76);
  expect(recallAt(scored, 0.7)).toBeGreaterThan(0.65);
  expect(recallAt(scored, 0.8)).toBeGreaterThan(0.38);
  for (const { name } of SETS) {
    expect(rocAuc(scored.filter(({ set }) => set === name)), name).toBeGreaterThan(0.8);
  }
});

it(`training again on the same texts gives the same weights, to a step: ${found}`, () => {
  if (!existsSync(FOLDER)) return;
  const { ratings, weights, biases } = loadBuiltInModel();
  const again = fit(
    readSets(FOLDER).filter(({ heldOut }) => !heldOut),
    ratings,
  );
  expect(Math.max(...again.biases.map((bias, index) => Math.abs(bias - (biases[index] ?? 0))))).toBeLessThan(
    1e-3,
  );
  const furthest = again.weights.reduce(
    (most, weight, index) => Math.max(most, Math.abs(weight - (weights[index] ?? 0))),
    0,
  );
  expect(furthest).toBeLessThanOrEqual(1);
}, 120_000);
