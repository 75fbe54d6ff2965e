import type { FindThemesIn } from '../use-cases/themes/search-themes.js';
import { NO_THEME } from '../domain/triage.js';
import { findThemes } from './find-themes.js';
import { hashOf } from './hash-of.js';
import type { Ratings } from './features.js';
import { topicKey, topicKeys } from './topic-words.js';

/** Finds themes with what Earshot brings. Names of people and companies never are one, nor is what was found before. */
export function createFindThemes(ratings: Ratings): FindThemesIn {
  return (alerts, { known, limit }) => {
    const except = new Set([
      ...alerts.flatMap(({ names }) => names.flatMap((name) => [...topicKeys(name)])),
      ...known.flatMap(({ words }) => words.map(topicKey)),
    ]);
    const texts = alerts.map(({ text, who, theme }) => ({ text, who, ...(theme !== NO_THEME && { theme }) }));
    return findThemes(texts, { except, limit, rating: (word) => ratings.get(hashOf(word)) });
  };
}
