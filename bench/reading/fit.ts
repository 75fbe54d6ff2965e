/** Logistic regression of three classes by AdaGrad: the same texts give the same weights, to the bit. */
import { BUCKETS, createFeatures, RATED_FEATURES, type Ratings } from '../../src/reading/features.js';
import { CLASSES, type Model } from '../../src/reading/model.js';
import type { Label, LabelledText } from './read-sets.js';

const ALLOWED: Readonly<Record<Label, readonly number[]>> = {
  negative: [0],
  neutral: [1],
  positive: [2],
  'not-negative': [1, 2],
};

/** Chosen by training on three sets and measuring on the fourth, in turn. */
const ROUNDS = 4;
const RATE = 0.07;
const DECAY = 2e-5;
const SEED = 20_261_122;
/** No step is larger than the first one: https://jmlr.org/papers/v12/duchi11a.html adds such a floor. */
const FIRST_SQUARE = 1e-3;
/** The outermost weights are cut, so that the steps of all others are small. */
const OUTERMOST = 0.0005;

interface Prepared {
  /** Buckets, and after them the features of rated words. */
  readonly places: Uint32Array;
  readonly amounts: Float32Array;
  readonly allowed: readonly number[];
}

export function fit(texts: readonly LabelledText[], ratings: Ratings): Model {
  const prepared = prepare(texts, ratings);
  const classes = CLASSES.map(() => ({
    bias: 0,
    biasSquare: 1,
    weights: new Float64Array(BUCKETS + RATED_FEATURES),
    squares: new Float64Array(BUCKETS + RATED_FEATURES).fill(FIRST_SQUARE),
  }));
  const random = mulberry(SEED);
  const order = [...prepared];
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    order.forEach(step);
  }
  return inSteps(classes, ratings);

  function step({ places, amounts, allowed }: Prepared): void {
    const guessed = softmax(
      classes.map(({ bias, weights }) => {
        let sum = bias;
        places.forEach((place, at) => (sum += (weights[place] ?? 0) * (amounts[at] ?? 0)));
        return sum;
      }),
    );
    const mass = allowed.reduce((sum, each) => sum + (guessed[each] ?? 0), 0);
    classes.forEach((each, index) => {
      const { weights, squares } = each;
      const p = guessed[index] ?? 0;
      const gradient = p - (allowed.includes(index) ? p / mass : 0);
      each.biasSquare += gradient * gradient;
      each.bias -= (RATE * gradient) / Math.sqrt(each.biasSquare);
      places.forEach((place, at) => {
        const weight = weights[place] ?? 0;
        const slope = gradient * (amounts[at] ?? 0) + DECAY * weight;
        const square = (squares[place] ?? 0) + slope * slope;
        squares[place] = square;
        weights[place] = weight - (RATE * slope) / Math.sqrt(square);
      });
    });
  }
}

function prepare(texts: readonly LabelledText[], ratings: Ratings): readonly Prepared[] {
  const featuresOf = createFeatures(ratings);
  return texts.map(({ text, label }) => {
    const { size, buckets, amounts, rated } = featuresOf(text);
    return {
      places: Uint32Array.from([...buckets.subarray(0, size), ...rated.map((_, index) => BUCKETS + index)]),
      amounts: Float32Array.from([...amounts.subarray(0, size), ...rated]),
      allowed: ALLOWED[label],
    };
  });
}

/** Every weight of a bucket as one of 255 steps. */
function inSteps(
  classes: readonly { readonly bias: number; readonly weights: Float64Array }[],
  ratings: Ratings,
): Model {
  const weights = new Int8Array(CLASSES.length * BUCKETS);
  const steps = classes.map((each, index) => {
    const ofBuckets = each.weights.subarray(0, BUCKETS);
    const sizes = ofBuckets.map(Math.abs).toSorted();
    const step = (sizes[Math.floor((1 - OUTERMOST) * BUCKETS)] ?? 0) / 127 || 1;
    weights.set(
      Int8Array.from(ofBuckets, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step)))),
      index * BUCKETS,
    );
    return step;
  });
  return {
    ratings,
    biases: Float32Array.from(classes, ({ bias }) => bias),
    steps: Float32Array.from(steps),
    ratedWeights: Float32Array.from(classes.flatMap((each) => [...each.weights.subarray(BUCKETS)])),
    weights,
  };
}

function softmax(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Mulberry32: numbers from 0 up to but not 1, always the same from one seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle(list: unknown[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
}
