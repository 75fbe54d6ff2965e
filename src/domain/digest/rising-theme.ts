import type { ThemeCount } from '../figures/summary.js';

/** Fewer are no story, however they rose. */
const LEAST_ALERTS = 3;
/** Half as many again as before, and two more: what rises by less may be chance. */
const LEAST_GROWTH = 1.5;
const LEAST_MORE = 2;

/** The theme that rose most; of two that rose alike the larger. Undefined where none did. */
export function risingTheme(themes: readonly ThemeCount[]): ThemeCount | undefined {
  return themes
    .filter(
      ({ alerts, before }) =>
        alerts >= LEAST_ALERTS && alerts >= before + LEAST_MORE && alerts >= before * LEAST_GROWTH,
    )
    .toSorted((a, b) => b.alerts - b.before - (a.alerts - a.before) || b.alerts - a.alerts)[0];
}
