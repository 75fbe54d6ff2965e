import { oneLine, plainText } from '../plain-text.js';

/** In UTF-16 units: it stands in headlines, and four of them on one line. */
export const THEME_NAME_LIMIT = 40;
/** What a theme is called in sentences, lines and lists: letters, numbers, and what joins words. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} '’&+,-]*$/u;
const ADDRESS = /www|https?/iu;

export type ReadName = { readonly name: string } | { readonly fault: 'empty' | 'too_long' | 'signs' };

/** As it is kept: on one line, without what cannot be seen. */
export function readThemeName(typed: string): ReadName {
  const words = oneLine(plainText(typed)).trim();
  if (words === '') return { fault: 'empty' };
  if (words.length > THEME_NAME_LIMIT) return { fault: 'too_long' };
  if (!NAME.test(words) || ADDRESS.test(words)) return { fault: 'signs' };
  return { name: words };
}
