/**
 * A chart as Teams draws it, with its figures as a table for clients that do not: the phone's, older ones.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
 */
import { chartTable } from '../../../cards/chart-table.js';
import type { Chart } from '../../../cards/chart.js';
import type {
  BarChart,
  ChartColour,
  Container,
  Element,
  SeriesChart,
  Table,
  TableCell,
} from './adaptive-card.js';
import { cutLine, inertMarkdown } from './inert-text.js';
import { textBlock } from './line-block.js';

const TITLE_CHARS = 100;
const NAME_CHARS = 40;
/** A row is some 300 bytes of the card. */
const MOST_ROWS = 24;
/** Bars that stand have no room for longer names below them, nor for more of them. */
const STANDING_CHARS = 8;
const MOST_STANDING = 24;
/** With less kept of its texts a card has no room for pictures. */
const LEAST_SHARE = 0.5;

/** What there is now, what it is held against, and whatever else. */
const COLOURS: readonly ChartColour[] = [
  'categoricalBlue',
  'neutral',
  'categoricalTeal',
  'categoricalMarigold',
  'categoricalPurple',
  'categoricalRed',
];

/** None where there is nothing to draw, or no room: `share` is how much of each text is kept. */
export function chartElements(given: Chart | undefined, share: number): readonly Element[] {
  if (!given || share < LEAST_SHARE) return [];
  const chart = cut(given);
  return chart.labels.length === 0 || chart.series.length === 0 ? [] : [chartElement(chart)];
}

function cut({ title, form, labels, series }: Chart): Chart {
  return {
    title: cutLine(title, TITLE_CHARS).trim(),
    form,
    labels: labels.map((label) => cutLine(label, NAME_CHARS).trim()),
    series: series
      .slice(0, COLOURS.length)
      .map(({ name, values }) => ({ name: cutLine(name, NAME_CHARS).trim(), values })),
  };
}

function chartElement(chart: Chart): SeriesChart | BarChart {
  const { title, form, labels, series } = chart;
  const shared = { title, fallback: inWriting(chart), spacing: 'medium' as const };
  const [only, ...more] = series;
  if (form === 'bar' && only && more.length === 0)
    return {
      type: stands(labels) ? 'Chart.VerticalBar' : 'Chart.HorizontalBar',
      ...shared,
      color: colour(0),
      data: points(labels, only.values),
    };
  return {
    type: form === 'bar' ? 'Chart.VerticalBar.Grouped' : 'Chart.Line',
    ...shared,
    data: series.map(({ name, values }, index) => ({
      legend: name,
      color: colour(index),
      values: points(labels, values),
    })),
  };
}

function stands(labels: readonly string[]): boolean {
  return labels.length <= MOST_STANDING && labels.every((label) => label.length <= STANDING_CHARS);
}

function colour(index: number): ChartColour {
  return COLOURS[index] ?? 'neutral';
}

/** A place whose value is not known has no point: Teams would draw a nought. */
function points(
  labels: readonly string[],
  values: readonly (number | undefined)[],
): readonly { readonly x: string; readonly y: number }[] {
  return labels.flatMap((x, place) => {
    const y = values[place];
    return y === undefined ? [] : [{ x, y }];
  });
}

function inWriting(chart: Chart): Container {
  const { rows } = chartTable(chart);
  const left = rows.length - MOST_ROWS;
  return {
    type: 'Container',
    items: [
      textBlock(inertMarkdown(chart.title), { weight: 'bolder' }),
      { ...table(chart), spacing: 'small' },
      ...(left > 0 ? [textBlock(`${left} more are not shown here.`, { isSubtle: true })] : []),
    ],
  };
}

function table(chart: Chart): Table {
  const { head, rows } = chartTable(chart);
  return {
    type: 'Table',
    firstRowAsHeader: true,
    showGridLines: false,
    columns: head.map((_, column) => ({
      width: 1,
      ...(column > 0 && { horizontalCellContentAlignment: 'right' as const }),
    })),
    rows: [head, ...rows.slice(0, MOST_ROWS)].map((cells) => ({
      type: 'TableRow',
      cells: cells.map(cell),
    })),
  };
}

/** The cell above the places is empty. */
function cell(words: string): TableCell {
  const text = inertMarkdown(words);
  return { type: 'TableCell', items: text === '' ? [] : [textBlock(text, { size: 'small' })] };
}
