/** Finds the word somebody meant by one that they mistyped. */

/** The nearest of `words`, within a third of its letters, or the only one that `typed` begins; undefined where none is near. */
export function nearWord<Word extends string>(typed: string, words: readonly Word[]): Word | undefined {
  const begun = words.filter((word) => typed.length >= 2 && word.startsWith(typed));
  if (begun.length === 1) return begun[0];
  let nearest: { readonly word: Word; readonly edits: number } | undefined;
  for (const word of words) {
    const edits = editsBetween(typed, word);
    const allowed = Math.max(1, Math.floor(word.length / 3));
    if (edits <= allowed && edits < (nearest?.edits ?? Infinity)) nearest = { word, edits };
  }
  return nearest?.word;
}

/** Longer words are no slip of a finger. */
const LONGEST_WORD = 40;

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour
 * (optimal string alignment: https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance).
 */
export function editsBetween(a: string, b: string): number {
  if (a.length > LONGEST_WORD || b.length > LONGEST_WORD) return Infinity;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? at(beforeLast, j - 2) + 1
          : Infinity;
      row.push(Math.min(at(row, j - 1) + 1, at(last, j) + 1, changed, swapped));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
