import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../src/cards/chart.js';
import { line } from '../../../src/cards/text.js';
import { chartElements } from '../../../src/platforms/teams/render/chart-element.js';
import { renderMessage } from '../../../src/platforms/teams/render/render-message.js';
import { renderNote } from '../../../src/platforms/teams/render/render-note.js';
import { CONTENT_BYTES, sizeBytes } from '../../../src/platforms/teams/render/within-size.js';
import { at } from '../../cards/acme.js';
import { THEMES, WEEK } from '../../cards/charts.js';
import { checkCard as takenByTeams } from '../../counterparts/teams/cards/check-card.js';
import { checkCard } from './card-rules.js';

const NOW = at('10:10');
const NOTE = {
  lines: [line('Support')],
  after: [line('Heard 5')],
  chart: WEEK,
  share: '0190a0b0-0000-7000-8000-000000000001',
};
const cell = (text: string) => ({
  type: 'TableCell',
  items: text === '' ? [] : [{ type: 'TextBlock', text, wrap: true, size: 'small' }],
});
const row = (...texts: string[]) => ({ type: 'TableRow', cells: texts.map(cell) });
const typesOf = (chart: Chart) => chartElements(chart, 1).map(({ type }) => type);

describe('a chart on Teams', () => {
  it('is drawn by Teams, and a table where a client does not draw', () => {
    expect(chartElements(THEMES, 1)).toEqual([
      {
        type: 'Chart.HorizontalBar',
        title: 'Alerts by theme',
        spacing: 'medium',
        color: 'categoricalBlue',
        data: [
          { x: 'refunds', y: 14 },
          { x: 'app login', y: 9.25 },
        ],
        fallback: {
          type: 'Container',
          items: [
            { type: 'TextBlock', text: 'Alerts by theme', wrap: true, weight: 'bolder' },
            {
              type: 'Table',
              spacing: 'small',
              firstRowAsHeader: true,
              showGridLines: false,
              columns: [{ width: 1 }, { width: 1, horizontalCellContentAlignment: 'right' }],
              rows: [row('', 'Last 7 days'), row('refunds', '14'), row('app login', '9.3')],
            },
          ],
        },
      },
    ]);
  });

  it('shows the course of time as lines, what was before in grey', () => {
    const [chart] = chartElements(WEEK, 1);
    expect(chart).toMatchObject({
      type: 'Chart.Line',
      title: 'Alerts a day',
      data: [
        { legend: 'Last 7 days', color: 'categoricalBlue' },
        { legend: '7 days before', color: 'neutral' },
      ],
    });
    expect(JSON.stringify(chart)).toContain('"values":[{"x":"Sat 14","y":2},{"x":"Sun 15","y":3}');
  });

  it('has bars that stand where their names are short and few, grouped where there are several series', () => {
    expect(typesOf({ ...THEMES, labels: ['refunds', 'login'] })).toEqual(['Chart.VerticalBar']);
    expect(typesOf({ ...WEEK, form: 'bar' })).toEqual(['Chart.VerticalBar.Grouped']);
  });

  it('has no point where a value is not known', () => {
    const [chart] = chartElements({ ...THEMES, series: [{ name: 'now', values: [undefined, 0] }] }, 1);
    expect(chart).toMatchObject({ data: [{ x: 'app login', y: 0 }] });
  });

  it('is nothing where there is nothing to draw', () => {
    expect([typesOf({ ...WEEK, labels: [] }), typesOf({ ...WEEK, series: [] })]).toEqual([[], []]);
    expect(chartElements(undefined, 1)).toEqual([]);
  });

  it('stands below the figures, above the button that shares them, and under them when they are shared', () => {
    const card = renderNote(NOTE, { now: NOW });
    expect(card.body.map(({ type }) => type)).toEqual([
      'RichTextBlock',
      'RichTextBlock',
      'Chart.Line',
      'ActionSet',
    ]);
    expect([...checkCard(card), ...takenByTeams(card)]).toEqual([]);
    const report = { title: 'Support', lines: [line('Heard 5')], chart: WEEK, fallback: 'Support.' };
    const { content } = renderMessage({ kind: 'report', report }).attachments[0]!;
    expect(content.body.map(({ type }) => type)).toEqual(['RichTextBlock', 'RichTextBlock', 'Chart.Line']);
    expect([...checkCard(content), ...takenByTeams(content)]).toEqual([]);
  });

  it('gives way to the words where both are too much for a card', () => {
    const labels = Array.from({ length: 40 }, (_, place) => `日本 & <w> ${place}`.repeat(5));
    const many = Array.from({ length: 6 }, (_, each) => ({
      name: `日本 ${each}`.repeat(9),
      values: labels.map((_label, place) => place * 1_000_000),
    }));
    const items = Array.from({ length: 12 }, (_, index) => ({
      alert: index + 1,
      line: line('words '.repeat(60)),
      buttons: ['claim', 'dismiss'] as const,
    }));
    const card = renderNote({ ...NOTE, items, chart: { ...WEEK, labels, series: many } }, { now: NOW });
    expect(sizeBytes(card)).toBeLessThanOrEqual(CONTENT_BYTES);
    expect(card.body.map(({ type }) => type)).not.toContain('Chart.Line');
    expect(takenByTeams(card)).toEqual([]);
  });

  it('lets nothing come alive that stands in its names', () => {
    const names = [
      '**bold** [pay](https://evil.example)',
      '<at>everyone</at> {{DATE(2026-01-01T00:00:00Z)}}',
    ];
    const [chart] = chartElements({ ...THEMES, title: names[0]!, labels: names }, 1);
    const written = JSON.stringify((chart as { fallback: unknown }).fallback);
    for (const alive of ['**', '](', '<at>', '{{']) expect(written).not.toContain(alive);
  });
});
