import { oneLine, shorten } from '../domain/plain-text.js';

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** What a sender or a person wrote, fit to stand on a card: one inert line of at most `limit`; undefined where nothing could be seen. */
export function known(text: string | undefined, limit: number): string | undefined {
  if (text === undefined) return undefined;
  const tidy = oneLine(text);
  return VISIBLE.test(tidy) ? shorten(tidy, limit) : undefined;
}
