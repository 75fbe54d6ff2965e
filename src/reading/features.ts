/** From text to numbers: words, pairs of words and pieces of words of 3 to 5 characters, hashed into buckets, and four sums of rated words. */
import { tokensOf } from './clean-text.js';
import { FNV_PRIME, hashOf } from './hash-of.js';

/** 2 to the 16: fewer collide too often, more are only weight. */
export const BUCKETS = 1 << 16;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
/** Begin the hashes of each kind, so that the word "ter" and the piece "ter" are two features. */
const SEEDS = { pair: 0x9e3779b9, piece: 0x85ebca6b };

/** Buckets with how much each counts in one text; the squares of the amounts add up to 1. */
export interface Features {
  /** How many of the entries below are in use. */
  readonly size: number;
  readonly buckets: Uint16Array;
  readonly amounts: Float32Array;
  /** Of the rated words: how bad and how good they are together, how many are bad and how many good. */
  readonly rated: Float32Array;
}

/** Words with a rating from -5 (bad) to 5 (good), by their hash. */
export type Ratings = ReadonlyMap<number, number>;

export const RATED_FEATURES = 4;
/** Rated words speak this much louder than any word: chosen by training on three sets and measuring on the fourth. */
const RATED_LOUDNESS = 12;
const USUAL_RATING = 3;

/** A function that keeps its buffers: what it returns holds until it is called again. */
export function createFeatures(ratings: Ratings): (text: string) => Features {
  const counts = new Uint16Array(BUCKETS);
  const buckets = new Uint16Array(BUCKETS);
  const amounts = new Float32Array(BUCKETS);
  const rated = new Float32Array(RATED_FEATURES);
  let size = 0;

  function count(hash: number): void {
    const bucket = mixed(hash) & (BUCKETS - 1);
    const before = counts[bucket] ?? 0;
    if (before === 0) buckets[size++] = bucket;
    counts[bucket] = before + 1;
  }

  function rate(rating: number): void {
    const kind = rating < 0 ? 0 : 1;
    rated[kind] = (rated[kind] ?? 0) + Math.abs(rating) / USUAL_RATING;
    rated[kind + 2] = (rated[kind + 2] ?? 0) + 1;
  }

  function countPieces(word: string): void {
    const padded = ` ${word} `;
    for (let start = 0; start + SHORTEST_PIECE <= padded.length; start++) {
      const end = Math.min(padded.length, start + LONGEST_PIECE);
      let hash = SEEDS.piece;
      for (let at = start; at < end; at++) {
        hash = Math.imul(hash ^ padded.charCodeAt(at), FNV_PRIME);
        if (at - start + 1 >= SHORTEST_PIECE) count(hash);
      }
    }
  }

  return (text) => {
    size = 0;
    rated.fill(0);
    let previous: number | undefined;
    for (const token of tokensOf(text)) {
      const hash = hashOf(token);
      count(hash);
      const rating = ratings.get(hash);
      if (rating !== undefined) rate(rating);
      if (previous !== undefined) count(Math.imul(previous ^ SEEDS.pair, FNV_PRIME) ^ hash);
      previous = hash;
      countPieces(token);
    }
    let squares = 0;
    for (let index = 0; index < size; index++) {
      const bucket = buckets[index] ?? 0;
      const amount = 1 + Math.log(counts[bucket] ?? 1);
      counts[bucket] = 0;
      amounts[index] = amount;
      squares += amount * amount;
    }
    const length = Math.sqrt(squares) || 1;
    for (let index = 0; index < size; index++) amounts[index] = (amounts[index] ?? 0) / length;
    for (let index = 0; index < RATED_FEATURES; index++)
      rated[index] = ((rated[index] ?? 0) * RATED_LOUDNESS) / length;
    return { size, buckets, amounts, rated };
  };
}

/** The low bits of FNV alone are poor, and buckets are made of them. */
function mixed(hash: number): number {
  const folded = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (folded ^ (folded >>> 13)) >>> 0;
}
