import type { FoundTheme } from '../domain/themes/theme-book.js';
import { topicKey, topicKeys } from './topic-words.js';

/** Fewer of the words beside the first are chance. */
const LEAST_OTHERS = 2;

/** Which of `themes` a text is about: the first word tells by itself, of the others two; the one that says most, else undefined. */
export function createSaysTheme(themes: readonly FoundTheme[]): (text: string) => FoundTheme | undefined {
  const known = themes.map((theme) => {
    const [first = '', ...others] = theme.words.map(topicKey);
    return { theme, first, others };
  });
  return (text) => {
    if (known.length === 0) return undefined;
    const keys = topicKeys(text);
    const found = known.flatMap(({ theme, first, others }) => {
      const said = others.filter((word) => keys.has(word)).length;
      const weight = (keys.has(first) ? LEAST_OTHERS : 0) + said;
      return weight >= LEAST_OTHERS ? [{ theme, weight }] : [];
    });
    return found.reduce<(typeof found)[number] | undefined>(
      (best, each) => (best && best.weight >= each.weight ? best : each),
      undefined,
    )?.theme;
  };
}
