import { describe, expect, it } from 'vitest';
import { BUCKETS, RATED_FEATURES } from '../../src/reading/features.js';
import { CLASSES, type Model, readModel, writeModel } from '../../src/reading/model.js';

const MODEL: Model = {
  ratings: new Map([
    [4_000_000_000, -5],
    [7, 3],
  ]),
  biases: Float32Array.of(0.5, -0.25, 0),
  steps: Float32Array.of(0.01, 0.02, 0.03),
  ratedWeights: Float32Array.from({ length: CLASSES.length * RATED_FEATURES }, (_, index) => index / 4),
  weights: Int8Array.from({ length: CLASSES.length * BUCKETS }, (_, index) => (index % 255) - 127),
};

describe('the file of the model', () => {
  it('is read as it was written, wherever in memory its bytes lie', () => {
    const bytes = writeModel(MODEL);
    expect(readModel(bytes)).toEqual(MODEL);
    const elsewhere = Buffer.concat([Buffer.from('abc'), bytes]).subarray(3);
    expect(readModel(elsewhere)).toEqual(MODEL);
  });

  it('is refused where it is another file, of another version or cut off, and says what to do', () => {
    const bytes = writeModel(MODEL);
    const other = bytes.slice();
    other[3] = '9'.charCodeAt(0);
    expect(() => readModel(new Uint8Array(0))).toThrow('build Earshot again');
    expect(() => readModel(other)).toThrow('does not begin with EAR1');
    expect(() => readModel(bytes.subarray(0, bytes.length - 1))).toThrow('build Earshot again');
  });
});
