/** A chart in writing: what people read where it is not drawn, and what is read aloud where it is. */
import { oneLine } from '../domain/plain-text.js';
import type { Chart } from './chart.js';

export interface ChartTable {
  /** Nothing above the places, then the name of each series. */
  readonly head: readonly string[];
  /** The place, then its value in each series. */
  readonly rows: readonly (readonly string[])[];
}

const NOT_KNOWN = '–';
/** Between two columns. */
const GAP = '  ';
const FIGURES = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export function chartTable({ labels, series }: Chart): ChartTable {
  return {
    head: ['', ...series.map(({ name }) => oneLine(name))],
    rows: labels.map((label, place) => [
      oneLine(label),
      ...series.map(({ values }) => valueWords(values[place])),
    ]),
  };
}

/** Aligned for letters of one width: places to the left, figures to the right. */
export function chartLines(chart: Chart): readonly string[] {
  const { head, rows } = chartTable(chart);
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  return all.map((row) =>
    row
      .map((cell, column) => {
        const pad = ' '.repeat((widths[column] ?? 0) - width(cell));
        return column === 0 ? `${cell}${pad}` : `${pad}${cell}`;
      })
      .join(GAP),
  );
}

/** "14", "3.5", "1,840"; what is not known is no zero. */
export function valueWords(value: number | undefined): string {
  return value === undefined ? NOT_KNOWN : FIGURES.format(value);
}

function width(text: string): number {
  return Array.from(text).length;
}
