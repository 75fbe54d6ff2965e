import { oneLine, shorten } from '../plain-text.js';

/** In UTF-16 units: two lines of a card. */
const LESSON_LIMIT = 200;
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The first sentence of what would be done differently: what later cards of the same theme show. Undefined where nothing is said. */
export function lessonIn(differently: string): string | undefined {
  const [line = ''] = differently.split('\n').flatMap((each) => {
    const words = oneLine(each.replace(/^\s*(?:[-*•]|\d+[.)])\s+/u, ''));
    return /[\p{L}\p{N}]/u.test(words) ? [words] : [];
  });
  const [first] = SENTENCES.segment(line);
  return first === undefined ? undefined : shorten(first.segment.trim(), LESSON_LIMIT);
}
