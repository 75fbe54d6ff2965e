import { isObject } from '../../frame/json-object.js';
import {
  anything,
  boolean,
  element,
  fault,
  list,
  number,
  object,
  oneOf,
  ownId,
  shown,
  string,
  type Check,
  type Fields,
  type Walk,
} from './shape.js';

// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
const colour = oneOf(
  'good',
  'warning',
  'attention',
  'neutral',
  'categoricalRed',
  'categoricalPurple',
  'categoricalLavender',
  'categoricalBlue',
  'categoricalLightBlue',
  'categoricalTeal',
  'categoricalGreen',
  'categoricalLime',
  'categoricalMarigold',
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((step) => `sequential${step}`),
  'divergingBlue',
  'divergingLightBlue',
  'divergingCyan',
  'divergingTeal',
  'divergingYellow',
  'divergingPeach',
  'divergingLightRed',
  'divergingRed',
  'divergingMaroon',
  'divergingGray',
);
const COMMON: Fields = {
  id: ownId,
  isVisible: boolean,
  separator: boolean,
  spacing: oneOf('none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding'),
  height: oneOf('auto', 'stretch'),
  horizontalAlignment: oneOf('left', 'center', 'right'),
  requires: anything,
  targetWidth: string,
  lang: string,
  'grid.area': string,
  title: shown,
  colorSet: oneOf('categorical', 'sequential', 'diverging'),
};
const AXES: Fields = { color: colour, xAxisTitle: shown, yAxisTitle: shown, yMin: number, yMax: number };

/** Other hosts and older clients show the fallback. */
const chart = (fields: Fields): Check =>
  object({ optional: { ...COMMON, ...fields }, required: { fallback } });

const place: Check = (value, walk) => {
  if (typeof value === 'string') shown(value, walk);
  else number(value, walk);
};
const points = list(object({ required: { x: place, y: number } }));
const bars = list(object({ required: { x: place, y: number }, optional: { color: colour } }));
const series = list(object({ required: { legend: shown, values: points }, optional: { color: colour } }));
const slices = list(object({ required: { legend: shown, value: number }, optional: { color: colour } }));

export const CHARTS: Readonly<Record<string, Check>> = {
  'Chart.Line': chart({ ...AXES, data: series }),
  'Chart.VerticalBar': chart({ ...AXES, data: bars, showBarValues: boolean }),
  'Chart.VerticalBar.Grouped': chart({ ...AXES, data: series, stacked: boolean, showBarValues: boolean }),
  'Chart.HorizontalBar': chart({
    ...AXES,
    data: bars,
    displayMode: oneOf('AbsoluteWithAxis', 'AbsoluteNoAxis', 'PartToWhole'),
  }),
  'Chart.HorizontalBar.Stacked': chart({
    ...AXES,
    data: list(object({ required: { title: shown, data: slices } })),
  }),
  'Chart.Pie': chart({ data: slices }),
  'Chart.Donut': chart({ data: slices }),
  'Chart.Gauge': chart({
    value: number,
    min: number,
    max: number,
    segments: list(object({ required: { legend: shown, size: number }, optional: { color: colour } })),
    showLegend: boolean,
    showMinMax: boolean,
    subLabel: shown,
    valueFormat: oneOf('percentage', 'fraction'),
  }),
};

/** `drop`, or what is shown instead. */
function fallback(value: unknown, walk: Walk): void {
  if (value === 'drop') return;
  if (isObject(value)) element(value, { ...walk, ids: new Set() });
  else fault(walk, 'must be drop or an element');
}
