/** The trained weights: what they are, and how they stand in their file. */
import { BUCKETS, RATED_FEATURES, type Ratings } from './features.js';

/** In the order of the weights. */
export const CLASSES = ['negative', 'neutral', 'positive'] as const;

export interface Model {
  readonly ratings: Ratings;
  /** Per class: what it scores before anything is read. */
  readonly biases: Float32Array;
  /** Per class: what one step of its bucket weights is worth. */
  readonly steps: Float32Array;
  /** Class by class, one per feature of rated words. */
  readonly ratedWeights: Float32Array;
  /** Class by class, one per bucket, in steps. */
  readonly weights: Int8Array;
}

/** Changes with the form of the file and with what a feature is: weights of other features would read nonsense. */
const MARK = 'EAR1';
const FLOATS = CLASSES.length * (2 + RATED_FEATURES);

/**
 * The mark; little-endian floats: biases, steps, weights of rated words; how many words are rated; their hashes, then their ratings;
 * the weights of the buckets.
 */
export function writeModel({ ratings, biases, steps, ratedWeights, weights }: Model): Uint8Array {
  const bytes = new Uint8Array(MARK.length + FLOATS * 4 + 4 + ratings.size * 5 + weights.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MARK));
  let at = MARK.length;
  for (const value of [...biases, ...steps, ...ratedWeights]) {
    view.setFloat32(at, value, true);
    at += 4;
  }
  view.setUint32(at, ratings.size, true);
  at += 4;
  for (const hash of ratings.keys()) {
    view.setUint32(at, hash, true);
    at += 4;
  }
  for (const rating of ratings.values()) view.setInt8(at++, rating);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
  return bytes;
}

/** Throws where the bytes are not a whole model of this version. */
export function readModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = MARK.length + FLOATS * 4 + 4;
  if (bytes.length < header || new TextDecoder().decode(bytes.subarray(0, MARK.length)) !== MARK) {
    throw new Error(`the reading model does not begin with ${MARK}: build Earshot again, or train it again`);
  }
  const floats = Float32Array.from({ length: FLOATS }, (_, index) =>
    view.getFloat32(MARK.length + index * 4, true),
  );
  const rated = view.getUint32(header - 4, true);
  const start = header + rated * 5;
  const size = CLASSES.length * BUCKETS;
  if (bytes.length !== start + size) {
    throw new Error(
      `the reading model has ${bytes.length} bytes and should have ${start + size}: build Earshot again`,
    );
  }
  return {
    ratings: new Map(
      Array.from({ length: rated }, (_, index) => [
        view.getUint32(header + index * 4, true),
        view.getInt8(header + rated * 4 + index),
      ]),
    ),
    biases: floats.slice(0, CLASSES.length),
    steps: floats.slice(CLASSES.length, 2 * CLASSES.length),
    ratedWeights: floats.slice(2 * CLASSES.length),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + start, size),
  };
}
