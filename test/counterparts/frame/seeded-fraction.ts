/** Numbers from 0 up to, and without, 1; the same seed gives the same ones in the same order. */
export function createFraction(seed: number): () => number {
  let state = seed >>> 0;
  // Mulberry32: small, quick and good enough for ids that nobody has to guess.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
