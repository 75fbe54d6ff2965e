/** A row of numbers as a picture in one line of text, which every chat shows and no image has to be fetched for. */
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Each bar's height is its share of the highest; undefined where all are nothing, or there is only one. */
export function sparkline(counts: readonly number[]): string | undefined {
  const most = Math.max(0, ...counts);
  if (most === 0 || counts.length < 2) return undefined;
  return counts.map((count) => BARS[Math.round((count / most) * (BARS.length - 1))] ?? BARS[0]).join('');
}
