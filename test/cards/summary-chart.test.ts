import { describe, expect, it } from 'vitest';
import { chartLines } from '../../src/cards/chart-table.js';
import { summaryChart } from '../../src/cards/summary-chart.js';
import { periodsOf, type Span, stepsOf } from '../../src/domain/figures/period.js';
import { at } from './acme.js';
import { THEMES, WEEK } from './charts.js';

const NOON = at('12:00');

describe('the chart of a summary', () => {
  /** One alert in every step, and none before. */
  const chartOf = (span: Span, askedAt = NOON, timeZone = 'UTC') => {
    const { period } = periodsOf(span, askedAt, timeZone);
    const steps = stepsOf(period, timeZone);
    const counts = steps.starts.map(() => 1);
    return summaryChart({
      question: { span, timeZone, askedAt },
      course: { ...steps, counts, before: counts },
    });
  };
  const told = (span: Span, ...rest: [askedAt?: Date, timeZone?: string]) => {
    const { title, form, labels = [], series = [] } = chartOf(span, ...rest) ?? {};
    return [title, form, labels.length, labels[0], labels.at(-1), ...series.map(({ name }) => name)];
  };

  it.each<[string, Span, readonly unknown[]]>([
    ['today', { kind: 'today' }, ['Alerts an hour', 'bar', 12, '00:00', '11:00', 'Today', 'Yesterday']],
    [
      'a day that is over',
      { kind: 'between', first: '2026-11-19', last: '2026-11-19' },
      ['Alerts in two hours', 'bar', 12, '00:00', '22:00', 'Thu 19 Nov', 'Wed 18 Nov'],
    ],
    [
      'two weeks',
      { kind: 'days', days: 14 },
      ['Alerts a day', 'line', 14, 'Sat 7', 'Fri 20', 'Last 14 days', '14 days before'],
    ],
    [
      'some days',
      { kind: 'between', first: '2026-11-01', last: '2026-11-15' },
      ['Alerts a day', 'line', 15, 'Sun 1', 'Sun 15', 'These 15 days', '15 days before'],
    ],
    [
      'a month, in whole weeks up to its last day',
      { kind: 'days', days: 30 },
      ['Alerts in seven days', 'line', 4, '24–30 Oct', '14–20 Nov', 'Last 30 days', '30 days before'],
    ],
    [
      'a year',
      { kind: 'days', days: 366 },
      [
        'Alerts in four weeks',
        'line',
        13,
        '22 Nov–19 Dec',
        '24 Oct–20 Nov',
        'Last 366 days',
        '366 days before',
      ],
    ],
  ])('of %s has places that can be told apart, twenty at most', (_, span, words) => {
    expect(told(span)).toEqual(words);
  });

  it('has the hours of whoever asks', () => {
    expect(told({ kind: 'today' }, at('12:00'), 'Asia/Tokyo').slice(0, 5)).toEqual([
      'Alerts in two hours',
      'bar',
      11,
      '00:00',
      '20:00',
    ]);
  });

  const course = (counts: readonly number[], before: readonly number[]) =>
    summaryChart({
      question: { span: { kind: 'days', days: 7 }, timeZone: 'UTC', askedAt: NOON },
      course: { by: 'day', starts: counts.map((_, day) => at(`0${day}:00`)), counts, before },
    });

  it('is left out where there is one place alone to look at', () => {
    expect(course([0, 9, 0], [0, 0, 0])).toBeUndefined();
    expect(course([0, 9, 0], [0, 8, 0])).toBeUndefined();
    expect(course([0, 9, 0], [1, 0, 0])).toBeDefined();
  });

  it('is not held against a time in which nothing was', () => {
    expect(course([1, 9], [0, 0])?.series).toEqual([{ name: 'Last 7 days', values: [1, 9] }]);
  });
});

describe('a chart in writing', () => {
  it('has its places to the left and its figures under one another', () => {
    expect(chartLines(WEEK).slice(0, 3)).toEqual([
      '        Last 7 days  7 days before',
      'Sat 14            2              1',
      'Sun 15            3              2',
    ]);
    expect(chartLines(THEMES)).toEqual([
      '           Last 7 days',
      'refunds             14',
      'app login          9.3',
    ]);
  });

  it('does not say nought of what is not known', () => {
    const chart = { ...THEMES, series: [{ name: 'now', values: [undefined, 0] }] };
    expect(chartLines(chart)).toEqual(['           now', 'refunds      –', 'app login    0']);
  });
});
