/** What a chart looks like: a quiet grid, the accent for what there is now, grey for what it is held against. */
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { valueWords } from '../../../cards/chart-table.js';
import type { Chart } from '../../../cards/chart.js';
import { CHART_COLOURS, type Scheme } from './chart-colours.js';

type Option = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption>;

/** Wide for a page, narrow for a phone: letters stay as large as they are. */
export const SHAPES = ['wide', 'narrow'] as const;
export type Shape = (typeof SHAPES)[number];

export interface Look {
  readonly scheme: Scheme;
  readonly shape: Shape;
}

/** To be drawn as it is: no functions in it. */
export interface Picture {
  readonly option: Option;
  readonly width: number;
  readonly height: number;
}

/** CSS pixels. */
const WIDTHS: Readonly<Record<Shape, number>> = { wide: 660, narrow: 320 };
const HEIGHT = 210;
const LYING_BAR = 30;
const LYING_MARGINS = 16;
const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Cantarell, Ubuntu, Roboto, Arial, sans-serif";
const FONT_SIZE = 12;
/** The margins are around all that is written at the axes. */
const AROUND_LABELS = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;
/** Bars that stand have no room for longer names below them. */
const STANDING_CHARS = 10;

export function pictureSize(chart: Chart, shape: Shape): { readonly width: number; readonly height: number } {
  const height = lies(chart) ? LYING_MARGINS + LYING_BAR * chart.labels.length : HEIGHT;
  return { width: WIDTHS[shape], height };
}

export function chartPicture(chart: Chart, { scheme, shape }: Look): Picture {
  const { series } = chart;
  const lying = lies(chart);
  const names = placesAxis(chart, scheme);
  const values = valuesAxis(chart, scheme);
  return {
    ...pictureSize(chart, shape),
    option: {
      animation: false,
      textStyle: { fontFamily: FONT, fontSize: FONT_SIZE },
      grid: { left: 4, right: lying ? 40 : 14, top: lying ? 4 : 22, bottom: 4, ...AROUND_LABELS },
      xAxis: lying ? { ...values, show: false } : names,
      yAxis: lying ? { ...names, inverse: true } : values,
      // What there is now is drawn over what it is held against.
      series: series.map((_, index) => drawn(chart, index, scheme)).reverse(),
    },
  };
}

/** Names of things read better beside their bars than under them. */
function lies({ form, labels, series }: Chart): boolean {
  return form === 'bar' && series.length === 1 && labels.some((label) => label.length > STANDING_CHARS);
}

function placesAxis(chart: Chart, scheme: Scheme) {
  const { ink, faint, edge } = CHART_COLOURS[scheme];
  const lying = lies(chart);
  return {
    type: 'category' as const,
    data: [...chart.labels],
    boundaryGap: chart.form === 'bar',
    axisTick: { show: false },
    axisLine: { show: !lying, lineStyle: { color: edge, width: 1 } },
    axisLabel: {
      color: lying ? ink : faint,
      fontSize: FONT_SIZE,
      margin: 10,
      hideOverlap: true,
      ...(lying && { interval: 0, width: 120, overflow: 'truncate' as const }),
    },
  };
}

function valuesAxis({ series }: Chart, scheme: Scheme) {
  const { faint, line } = CHART_COLOURS[scheme];
  const whole = series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)));
  return {
    type: 'value' as const,
    splitNumber: 3,
    ...(whole && { minInterval: 1 }),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: faint, fontSize: FONT_SIZE, margin: 12 },
    splitLine: { lineStyle: { color: line, width: 1 } },
  };
}

function drawn(chart: Chart, index: number, scheme: Scheme): BarSeriesOption | LineSeriesOption {
  return chart.form === 'bar' ? bars(chart, index, scheme) : course(chart, index, scheme);
}

function bars(chart: Chart, index: number, scheme: Scheme): BarSeriesOption {
  const color = colour(index, scheme);
  const lying = lies(chart);
  const values = valuesOf(chart, index);
  const told = lying ? values.map((_, place) => place) : toldPlaces(values, index);
  return {
    type: 'bar',
    data: values.map((value, place) =>
      told.includes(place) ? { value, label: figure(value, scheme, lying ? 'right' : 'top') } : { value },
    ),
    barMaxWidth: lying ? 16 : 26,
    barGap: '15%',
    itemStyle: {
      color,
      opacity: index === 1 ? 0.45 : 1,
      borderRadius: lying ? [0, 2, 2, 0] : [2, 2, 0, 0],
    },
  };
}

function course(chart: Chart, index: number, scheme: Scheme): LineSeriesOption {
  const color = colour(index, scheme);
  const values = valuesOf(chart, index);
  const isBefore = index === 1;
  const told = toldPlaces(values, index);
  return {
    type: 'line',
    data: values.map((value, place) =>
      told.includes(place)
        ? { value, symbol: 'circle', symbolSize: 7, label: figure(value, scheme, 'top') }
        : { value },
    ),
    symbol: 'none',
    itemStyle: { color },
    lineStyle: isBefore
      ? { color, width: 1.5, type: [4, 4], opacity: 0.8 }
      : { color, width: 2.25, join: 'round', cap: 'round' },
    ...(index === 0 && chart.series.length < 3 && { areaStyle: { color, opacity: 0.08 } }),
  };
}

function figure(value: number | null, scheme: Scheme, position: 'top' | 'right') {
  const { ink } = CHART_COLOURS[scheme];
  const words = valueWords(value ?? undefined);
  return {
    show: true,
    formatter: words,
    position,
    distance: 6,
    color: ink,
    fontSize: 13,
    fontWeight: 600,
  } as const;
}

/** The newest and the highest of what there is now are told in figures: they are looked for first. */
function toldPlaces(values: readonly (number | null)[], index: number): readonly number[] {
  if (index > 0) return [];
  const most = Math.max(...values.map((value) => value ?? 0));
  const highest = values.lastIndexOf(most);
  const newest = values.findLastIndex((value) => value !== null);
  return [...new Set(highest >= 0 && highest === newest - 1 ? [highest] : [highest, newest])];
}

function valuesOf({ labels, series }: Chart, index: number): (number | null)[] {
  return labels.map((_, place) => series[index]?.values[place] ?? null);
}

function colour(index: number, scheme: Scheme): string {
  const { series } = CHART_COLOURS[scheme];
  return series[index] ?? series[1];
}
