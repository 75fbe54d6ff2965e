import { BUCKETS, createFeatures, type Features, RATED_FEATURES } from './features.js';
import { CLASSES, type Model } from './model.js';

/** How likely a text is negative, from 0 to 1. */
export type Judge = (text: string) => number;

export function createJudge(model: Model): Judge {
  const featuresOf = createFeatures(model.ratings);
  return (text) => {
    const features = featuresOf(text);
    const powers = CLASSES.map((_, index) => Math.exp(scoreOf(model, index, features)));
    return (powers[0] ?? 0) / powers.reduce((sum, power) => sum + power, 0);
  };
}

function scoreOf(model: Model, index: number, { size, buckets, amounts, rated }: Features): number {
  const { biases, steps, ratedWeights, weights } = model;
  const from = index * BUCKETS;
  let sum = 0;
  for (let at = 0; at < size; at++) sum += (weights[from + (buckets[at] ?? 0)] ?? 0) * (amounts[at] ?? 0);
  let score = (biases[index] ?? 0) + sum * (steps[index] ?? 0);
  for (let at = 0; at < RATED_FEATURES; at++)
    score += (ratedWeights[index * RATED_FEATURES + at] ?? 0) * (rated[at] ?? 0);
  return score;
}
