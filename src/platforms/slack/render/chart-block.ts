/**
 * A chart as Slack draws it, or in writing where Slack would not. The types of the SDK do not know the block yet:
 * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
import type { types } from '@slack/bolt';
import { chartLines } from '../../../cards/chart-table.js';
import type { Chart } from '../../../cards/chart.js';
import { oneLine } from '../../../domain/plain-text.js';
import { BLOCK_KIT } from '../limits.js';

export type HowCharts = 'drawn' | 'written';

export interface ChartBlock {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'line' | 'bar';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[] };
  };
}

export type AnyBlock = types.KnownBlock | ChartBlock;

/** With the rest of a message under the characters of its blocks. */
const TABLE_CHARS = 2_500;

export function chartBlock(given: Chart, how: HowCharts): AnyBlock {
  const chart = inOneLine(given);
  return how === 'drawn' && fits(chart) ? drawn(chart) : written(chart);
}

/** Whether Slack is asked to draw something in `blocks`. */
export function drawsChart(blocks: unknown): boolean {
  return (
    Array.isArray(blocks) &&
    blocks.some((block: { readonly type?: unknown }) => block.type === 'data_visualization')
  );
}

function inOneLine({ title, form, labels, series }: Chart): Chart {
  return {
    form,
    title: oneLine(title),
    labels: labels.map(oneLine),
    series: series.map(({ name, values }) => ({ name: oneLine(name), values })),
  };
}

/** Every series must have a value in every place, and no two places or series the same name. */
function fits({ title, labels, series }: Chart): boolean {
  return (
    isWithin(title, BLOCK_KIT.chartTitleChars) &&
    areNames(labels, BLOCK_KIT.chartPlaces) &&
    areNames(
      series.map(({ name }) => name),
      BLOCK_KIT.chartSeries,
    ) &&
    series.every(({ values }) => labels.every((_, place) => Number.isFinite(values[place])))
  );
}

function areNames(names: readonly string[], most: number): boolean {
  return (
    names.length > 0 &&
    names.length <= most &&
    new Set(names).size === names.length &&
    names.every((name) => isWithin(name, BLOCK_KIT.chartLabelChars))
  );
}

function isWithin(text: string, limit: number): boolean {
  return text !== '' && text.length <= limit;
}

function drawn({ title, form, labels, series }: Chart): ChartBlock {
  return {
    type: 'data_visualization',
    title,
    chart: {
      type: form,
      series: series.map(({ name, values }) => ({
        name,
        data: labels.map((label, place) => ({ label, value: values[place] ?? 0 })),
      })),
      axis_config: { categories: labels },
    },
  };
}

/** Preformatted, because only there columns stay under one another. */
function written(chart: Chart): types.RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [{ type: 'text', text: chart.title || 'Chart', style: { bold: true } }],
      },
      {
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: withinChars(chartLines(chart)) }],
      },
    ],
  };
}

/** Whole lines, as many as there is room for. */
function withinChars(lines: readonly string[]): string {
  let text = '';
  for (const [at, line] of lines.entries()) {
    const left = lines.length - at;
    if (text.length + line.length > TABLE_CHARS) return `${text}… ${left} more`;
    text += at === lines.length - 1 ? line : `${line}\n`;
  }
  return text || '…';
}
