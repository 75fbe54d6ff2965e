/** Customer text as phrases are looked for in it, and the way back to what the customer wrote. */

/** What people type for an apostrophe. */
const APOSTROPHES = /[\u0060\u00b4\u2018\u2019\u02bc\u2032]/gu;
/** What folding changes as a whole: white space, Hangul in parts, and a character with the marks upon it. */
const PIECES = /\s+|[\u1100-\u11ff]+|.[\p{M}\uff9e\uff9f]*/gsu;
/** Folded, it is as long as before. */
const PLAIN = /^[!-_a-~]$/u;

/** From `start` to before `end`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Composed, lower case, plain apostrophes, single spaces. */
export function foldText(text: string): string {
  return text.replace(APOSTROPHES, "'").normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ');
}

/** What stands in `text` where `folded`, its folded form, has `span`; the folded words where that cannot be told. */
export function unfold(text: string, folded: string, { start, end }: Span): string {
  const words = folded.slice(start, end);
  const says = (written: string): boolean => foldText(written) === words;
  // Most text is as long folded as it was before.
  const likely = text.slice(start, end);
  if (text.length === folded.length && says(likely)) return likely;
  let from = 0;
  let to = 0;
  let at = 0;
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    if (at <= start) from = index;
    if (at >= end) break;
    at += PLAIN.test(piece) ? 1 : foldText(piece).length;
    to = index + piece.length;
  }
  const written = text.slice(from, to);
  return says(written) ? written : words;
}
