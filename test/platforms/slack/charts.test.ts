/** A chart on Slack: drawn by Slack where it does, a table in the same message where it does not. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Chart } from '../../../src/cards/chart.js';
import type { Note } from '../../../src/cards/note.js';
import { line } from '../../../src/cards/text.js';
import { createChartHabit } from '../../../src/platforms/slack/chart-habit.js';
import { chartBlock } from '../../../src/platforms/slack/render/chart-block.js';
import { renderNoteView } from '../../../src/platforms/slack/render/render-form.js';
import { renderNote } from '../../../src/platforms/slack/render/render-note.js';
import { renderReport } from '../../../src/platforms/slack/render/render-report.js';
import { THEMES, WEEK } from '../../cards/charts.js';
import { checkMessageBlocks, checkView } from '../../counterparts/slack/block-kit-limits.js';
import { callOf, KIM, type Rig, type RigOptions, startRig, SUPPORT } from './rig.js';

const NOTE: Note = { lines: [line('Support')], chart: WEEK, share: 'report-1' };
const REPORT = { title: 'Support', lines: [line('Heard 5')], chart: WEEK, fallback: 'Support: 5 heard.' };
const WRITTEN = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [{ type: 'text', text: 'Alerts a day', style: { bold: true } }],
    },
    {
      type: 'rich_text_preformatted',
      elements: [
        {
          type: 'text',
          text: [
            '        Last 7 days  7 days before',
            'Sat 14            2              1',
            'Sun 15            3              2',
            'Mon 16            1              4',
            'Tue 17            0              4',
            'Wed 18            7              2',
            'Thu 19           14              3',
            'Fri 20           10              2',
          ].join('\n'),
        },
      ],
    },
  ],
};

describe('a chart on Slack', () => {
  it('is Slack’s own block, in the shape that it documents', () => {
    expect(chartBlock(THEMES, 'drawn')).toEqual({
      type: 'data_visualization',
      title: 'Alerts by theme',
      chart: {
        type: 'bar',
        series: [
          {
            name: 'Last 7 days',
            data: [
              { label: 'refunds', value: 14 },
              { label: 'app login', value: 9.25 },
            ],
          },
        ],
        axis_config: { categories: ['refunds', 'app login'] },
      },
    });
    expect(checkMessageBlocks({ blocks: [chartBlock(WEEK, 'drawn'), chartBlock(THEMES, 'drawn')] })).toBe(
      undefined,
    );
  });

  it('stands below the figures and above the button that shares them', () => {
    expect(renderNote({ ...NOTE, after: [line('Heard 5')] }).blocks.map(({ type }) => type)).toEqual([
      'rich_text',
      'rich_text',
      'data_visualization',
      'actions',
    ]);
    expect(renderReport(REPORT).blocks.map(({ type }) => type)).toEqual(['rich_text', 'data_visualization']);
  });

  it('is a table where Slack does not draw', () => {
    expect(chartBlock(WEEK, 'written')).toEqual(WRITTEN);
    const view = renderNoteView('CX-1', NOTE);
    expect(view.blocks).toContainEqual(WRITTEN);
    expect(checkView(view)).toBeUndefined();
  });

  const [series] = WEEK.series;
  const places = (count: number): Chart => ({
    ...WEEK,
    labels: Array.from({ length: count }, (_, place) => `day ${place}`),
    series: [{ name: 'now', values: Array.from({ length: count }, () => 1) }],
  });
  const kinds = (count: number): Chart => ({
    ...WEEK,
    series: Array.from({ length: count }, (_, each) => ({ ...series!, name: `kind ${each}` })),
  });
  it.each<[string, Chart, Chart]>([
    ['title', { ...WEEK, title: 'x'.repeat(50) }, { ...WEEK, title: 'x'.repeat(51) }],
    ['places', places(20), places(21)],
    ['series', kinds(6), kinds(7)],
    [
      'name of a place',
      { ...THEMES, labels: ['x'.repeat(20), 'y'] },
      { ...THEMES, labels: ['x'.repeat(21), 'y'] },
    ],
    [
      'name of a series',
      { ...WEEK, series: [{ ...series!, name: 'x'.repeat(20) }] },
      { ...WEEK, series: [{ ...series!, name: 'x'.repeat(21) }] },
    ],
    ['places of one name', THEMES, { ...THEMES, labels: ['refunds', 'refunds'] }],
    [
      'a value that is not known',
      { ...THEMES, series: [{ name: 'now', values: [0, 1] }] },
      { ...THEMES, series: [{ name: 'now', values: [undefined, 1] }] },
    ],
  ])('is a table where it is larger than Slack draws: %s', (_, within, beyond) => {
    const [drawn, written] = [chartBlock(within, 'drawn'), chartBlock(beyond, 'drawn')];
    expect([drawn.type, written.type]).toEqual(['data_visualization', 'rich_text']);
    expect(checkMessageBlocks({ blocks: [drawn] })).toBeUndefined();
    expect(checkMessageBlocks({ blocks: [written] })).toBeUndefined();
  });

  it('however long is a message that Slack takes', () => {
    const long = { ...places(2_000), title: 'x'.repeat(2_000) };
    const { blocks } = renderNote({ lines: [line('Support')], chart: long });
    expect(checkMessageBlocks({ blocks })).toBeUndefined();
    expect(JSON.stringify(blocks)).toMatch(/… \d+ more/u);
  });
});

describe('a workspace that does not know the block', () => {
  let rig: Rig;
  const start = async (options: RigOptions = {}): Promise<Rig> => {
    rig = await startRig(options);
    await rig.ready();
    rig.counterpart.clearRecords();
    rig.counterpart.setKnown({ block: 'data_visualization', known: false });
    return rig;
  };
  afterEach(() => rig.close());
  const report = (id: string) => callOf(id, { content: { kind: 'report', report: REPORT } });
  const said = () => rig.counterpart.messages({ channel: SUPPORT });
  const withoutIds = (blocks: unknown): unknown =>
    JSON.parse(JSON.stringify(blocks), (key, value: unknown) => (key === 'block_id' ? undefined : value));

  it('gets the same message with a table in the chart’s place, once, and the next one at once', async () => {
    const { slack, counterpart } = await start();
    expect(await slack.platform.send(report('report-1'))).toMatchObject({ outcome: 'posted' });
    expect(said().map(({ blocks }) => withoutIds(blocks))).toEqual([renderReport(REPORT, 'written').blocks]);
    expect(counterpart.callCounts()).toEqual({ 'chat.postMessage': 2 });
    await slack.platform.send(report('report-2'));
    expect(counterpart.callCounts()).toEqual({ 'chat.postMessage': 3 });
    expect(said()).toHaveLength(2);
    expect(counterpart.duplicates()).toEqual([]);
  });

  it('that came to know it is sent charts again after a while', async () => {
    let now = new Date('2026-11-20T09:00:00Z');
    const habit = createChartHabit(() => now);
    habit.refused('posted');
    expect([habit.how('posted'), habit.how('whispered')]).toEqual(['written', 'drawn']);
    now = new Date('2026-11-20T15:00:00Z');
    expect(habit.how('posted')).toBe('drawn');
    await start();
  });

  it('gets plain words where it takes not even the table, and is not said to draw nothing', async () => {
    const { slack, counterpart, logged } = await start();
    counterpart.fault({ method: 'chat.postMessage', kind: 'error', error: 'invalid_blocks', times: 2 });
    await slack.platform.send(report('report-1'));
    expect(said().map(({ text, blocks }) => [text, blocks])).toEqual([['Support: 5 heard.', []]]);
    expect(logged.join()).not.toContain('it is sent as a table');
  });

  it('is not sent it a second time where nobody knows whether it was posted', async () => {
    const { slack, counterpart } = await start();
    counterpart.fault({ method: 'chat.postMessage', kind: 'http_status', status: 500 });
    expect(await slack.platform.send(report('report-1'))).toMatchObject({ outcome: 'unknown' });
    expect(counterpart.callCounts()).toEqual({ 'chat.postMessage': 1 });
  });

  const ask = async (): Promise<unknown> => {
    rig.conversation.command = () => Promise.resolve(NOTE);
    return (await rig.counterpart.sendCommand({ user: KIM, channel: SUPPORT, command: '/cx-summary' })).body;
  };

  it.each(['http', 'socket'] as const)('whispers the table to whoever asked by %s, once', async (mode) => {
    const { counterpart } = await start({ mode });
    await ask();
    await counterpart.waitForEphemeral({ user: KIM, containing: 'Sat 14' });
    const [first, ...more] = counterpart.ephemerals({ user: KIM });
    expect(more).toEqual([]);
    expect(withoutIds(first!.blocks)).toEqual(renderNote(NOTE, 'written').blocks);
    expect(first!.by).toBe('response_url');
    expect(counterpart.callCounts()).toEqual({ response_url: 2 });
    // From now on it is known, and comes with the acknowledgement.
    expect(JSON.stringify(await ask())).toContain('Sat 14');
    expect(counterpart.callCounts()).toEqual({ response_url: 2 });
  });

  it('whispers it by message where there is no other way', async () => {
    const { counterpart } = await start();
    counterpart.fault({ method: 'response_url', kind: 'http_status', status: 503, times: 'always' });
    await ask();
    await counterpart.waitForEphemeral({ user: KIM, containing: 'Sat 14' });
    expect(counterpart.ephemerals({ user: KIM }).map(({ by }) => by)).toEqual(['chat.postEphemeral']);
  });
});

describe('a workspace that knows the block', () => {
  let rig: Rig;
  afterEach(() => rig.close());

  it('draws the chart for whoever asked, and for all when it is shared', async () => {
    rig = await startRig();
    await rig.ready();
    rig.conversation.command = () => Promise.resolve(NOTE);
    await rig.counterpart.sendCommand({ user: KIM, channel: SUPPORT, command: '/cx-summary' });
    const told = await rig.counterpart.waitForEphemeral({ user: KIM, containing: 'data_visualization' });
    expect(told.by).toBe('response_url');
    await rig.slack.platform.send(callOf('report-1', { content: { kind: 'report', report: REPORT } }));
    expect(JSON.stringify(rig.counterpart.messages({ channel: SUPPORT }))).toContain(
      '"categories":["Sat 14"',
    );
    expect(rig.counterpart.ephemerals({ user: KIM })).toHaveLength(1);
  });
});
