/** How well numbers that should be higher for negative texts tell these from the others. */
export interface Scored {
  readonly score: number;
  readonly negative: boolean;
}

/** The chance that a negative text scores above another one; ties count half. */
export function rocAuc(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  const negatives = scored.filter(({ negative }) => negative).length;
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (sorted[at]?.negative) ranks += rank;
    from = to;
  }
  return (ranks - (negatives * (negatives + 1)) / 2) / (negatives * (scored.length - negatives));
}

/** The mean of F1 of negative and F1 of the others, where a score from `threshold` says negative. */
export function macroF1(scored: readonly Scored[], threshold: number): number {
  const says = ({ score }: Scored) => score >= threshold;
  const f1 = (of: boolean) => {
    const hit = scored.filter((each) => each.negative === of && says(each) === of).length;
    const wrong = scored.filter((each) => (each.negative === of) !== (says(each) === of)).length;
    return hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong);
  };
  return (f1(true) + f1(false)) / 2;
}

/** The largest share of the negative texts found by a threshold at which at least `precision` of what is found is negative. */
export function recallAt(scored: readonly Scored[], precision: number): number {
  const sorted = scored.toSorted((a, b) => b.score - a.score);
  const negatives = scored.filter(({ negative }) => negative).length;
  let hits = 0;
  let best = 0;
  sorted.forEach(({ score, negative }, index) => {
    if (negative) hits++;
    const endOfTie = sorted[index + 1]?.score !== score;
    if (endOfTie && hits / (index + 1) >= precision) best = Math.max(best, hits / negatives);
  });
  return best;
}

/** What is negative of all that scores from `threshold`, and what of all negative scores so. */
export function precisionAndRecall(
  scored: readonly Scored[],
  threshold: number,
): { readonly precision: number; readonly recall: number } {
  const said = scored.filter(({ score }) => score >= threshold);
  const hits = said.filter(({ negative }) => negative).length;
  const negatives = scored.filter(({ negative }) => negative).length;
  return { precision: hits / said.length, recall: hits / negatives };
}
