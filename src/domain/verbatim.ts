/** Where `quote` stands in `text`, as it stands there; undefined where it does not. Line ends and spaces may differ, letters and marks may not. */
export function verbatim(quote: string, text: string): string | undefined {
  const words = quote.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return undefined;
  let from = 0;
  for (;;) {
    const start = text.indexOf(words[0] ?? '', from);
    if (start === -1) return undefined;
    const end = endOf(words, text, start);
    if (end !== undefined) return text.slice(start, end);
    from = start + 1;
  }
}

function endOf(words: readonly string[], text: string, start: number): number | undefined {
  let at = start;
  for (const [index, word] of words.entries()) {
    if (index > 0) {
      const gap = /^\s+/u.exec(text.slice(at, at + WIDEST_GAP))?.[0].length;
      if (gap === undefined) return undefined;
      at += gap;
    }
    if (!text.startsWith(word, at)) return undefined;
    at += word.length;
  }
  return at;
}

/** Blank lines of a text are two at the most. */
const WIDEST_GAP = 20;
