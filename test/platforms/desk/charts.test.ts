import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Chart } from '../../../src/cards/chart.js';
import type { Note } from '../../../src/cards/note.js';
import { line } from '../../../src/cards/text.js';
import { CHART_COLOURS, SCHEMES } from '../../../src/platforms/desk/charts/chart-colours.js';
import { chartPicture } from '../../../src/platforms/desk/charts/chart-picture.js';
import { createDrawing } from '../../../src/platforms/desk/charts/drawing.js';
import { createPictures } from '../../../src/platforms/desk/charts/pictures.js';
import { plainSvg } from '../../../src/platforms/desk/charts/plain-svg.js';
import { THEMES, WEEK } from '../../cards/charts.js';
import { sleep } from '../wire/until.js';
import { newBrowser, type Opened, openDesk, partOf, wordsOf } from './browse.js';

const LIGHT = { scheme: 'light', shape: 'wide' } as const;

describe('a chart on the desk', () => {
  let opened: Opened;
  afterEach(() => opened.desk.close());

  const answerWith = async (chart: Chart): Promise<string> => {
    const note: Note = { lines: [line('Support')], after: [line('Heard 5')], chart };
    opened = await openDesk();
    opened.world.conversation.command = () => Promise.resolve(note);
    const page = await opened.browser.post('/command', { line: '/cx-summary', back: '/alerts' });
    return partOf(page.html, 'command-answer');
  };
  const addresses = (html: string) =>
    [...html.matchAll(/(?:src|srcset)="(\/charts\/[^"]+)"/gu)].map(([, address]) => address!);

  it('is a picture of its own for every screen, light and dark, with its figures below', async () => {
    const html = await answerWith(WEEK);
    const pictures = addresses(html);
    expect(pictures.map((address) => address.replace(/[\w-]{22}/u, 'id'))).toEqual([
      '/charts/id/dark-narrow.svg',
      '/charts/id/light-narrow.svg',
      '/charts/id/dark-wide.svg',
      '/charts/id/light-wide.svg',
    ]);
    expect(html).not.toMatch(/ style=|<style/u);
    expect(wordsOf(html)).toContain(
      'Alerts a day Last 7 days 7 days before The figures Alerts a day Last 7 days 7 days before Sat 14 2 1 Sun 15 3 2',
    );
    for (const address of pictures) {
      const picture = await opened.browser.get(address);
      const { html: svg } = picture;
      expect([picture.status, picture.header('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
      expect(picture.header('content-security-policy')).toContain("default-src 'none'");
      expect(picture.header('cache-control')).toBe('private, max-age=3600');
      expect(svg).toMatch(/^<svg [\s\S]*>Sat 14<\/text>[\s\S]*>14<\/text>[\s\S]*<\/svg>$/u);
      expect(svg).not.toMatch(/ style=|<style|<script/u);
      expect(svg).toContain(CHART_COLOURS[address.includes('dark') ? 'dark' : 'light'].series[0]);
    }
  });

  it('is seen by nobody who has not opened the desk, and nowhere else than where a page showed it', async () => {
    const [address] = addresses(await answerWith(WEEK));
    expect((await newBrowser(opened.desk).get(address!)).status).toBe(401);
    for (const other of [
      address!.replace('dark-narrow', 'dim-narrow'),
      address!.replace(/[\w-]{22}/u, 'x'.repeat(22)),
    ])
      expect((await opened.browser.get(other)).status).toBe(404);
  });

  it('lets nothing come alive that stands in its names', async () => {
    const hostile = '</text><script>alert(1)</script><a style="color:red" href="javascript:x">&amp;';
    const html = await answerWith({ ...THEMES, title: hostile, labels: [hostile, '{a|b} {c}'] });
    const { html: svg } = await opened.browser.get(addresses(html).at(-1)!);
    expect(svg).toContain('&lt;/text&gt;');
    expect(svg).toContain('{a|b} {c}');
    expect(html).not.toMatch(/<script|<a style|="javascript:/u);
    expect(svg).not.toMatch(/<script|<a |="javascript:| style=/u);
  });
});

describe('the pictures that pages have shown', () => {
  it('stay where they are as long as they say the same, and go when there are many newer', () => {
    const pictures = createPictures();
    const address = pictures.address(WEEK, LIGHT);
    const id = address.split('/')[2]!;
    expect(pictures.address({ ...WEEK }, LIGHT)).toBe(address);
    expect(pictures.address({ ...WEEK, title: 'Heard a day' }, LIGHT)).not.toBe(address);
    expect(pictures.find(id)).toEqual(WEEK);
    for (let each = 0; each < 200; each += 1) pictures.address({ ...WEEK, title: `${each}` }, LIGHT);
    expect(pictures.find(id)).toBeUndefined();
  });
});

describe('the thread that draws', () => {
  const drawing = createDrawing({ idleMs: 50 });
  afterEach(() => drawing.close());

  it('ends when nothing is asked of it, and begins again', async () => {
    const draw = () => drawing.draw(chartPicture(WEEK, LIGHT));
    const first = await draw();
    await sleep(200);
    expect(await draw()).toBe(first);
  });

  it('draws several at a time, each for who asked', async () => {
    const drawn = await Promise.all(
      [WEEK, THEMES, WEEK].map((chart) => drawing.draw(chartPicture(chart, LIGHT))),
    );
    expect(drawn.map((svg) => svg.includes('refunds'))).toEqual([false, true, false]);
  });

  it('says of what it cannot draw that it cannot, and goes on', async () => {
    const picture = chartPicture(WEEK, LIGHT);
    const broken = { ...picture, option: { ...picture.option, xAxis: { type: 'none' } } } as unknown;
    await expect(drawing.draw(broken as typeof picture)).rejects.toThrow('a chart was not drawn');
    expect(await drawing.draw(picture)).toContain('<svg');
  });

  it('is not ended by what was broken off before', async () => {
    const draw = () => drawing.draw(chartPicture(WEEK, LIGHT));
    const left = Promise.allSettled([draw(), draw(), draw()]);
    drawing.close();
    await left;
    expect(await draw()).toContain('<svg');
  });

  it('leaves nobody waiting when the desk closes', async () => {
    const asked = drawing.draw(chartPicture(WEEK, LIGHT));
    drawing.close();
    await expect(asked).rejects.toThrow('the desk closes');
  });
});

describe('the looks of a picture', () => {
  const TOKENS = readFileSync(
    new URL('../../../src/platforms/desk/assets/tokens.css', import.meta.url),
    'utf8',
  );
  const [light = '', dark = ''] = TOKENS.split('@media (prefers-color-scheme: dark)');

  it.each(SCHEMES)('are those of the page in %s', (scheme) => {
    const tokens = scheme === 'light' ? light : dark;
    const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`, 'u').exec(tokens)?.[1];
    const { ink, faint, line: rule, edge, series } = CHART_COLOURS[scheme];
    expect([ink, faint, rule, edge, ...series]).toEqual(
      [
        'ink',
        'ink-faint',
        'line',
        'edge',
        'accent',
        'ink-faint',
        'resolved-bar',
        'claimed-bar',
        'high-bar',
        'normal-bar',
      ].map(token),
    );
  });

  it('are attributes', () => {
    expect(
      plainSvg('<svg width="1"><text style="font-size:12px;font-family:\'A\', b;" x="1">a</text></svg>'),
    ).toBe(
      '<svg font-variant="tabular-nums" width="1"><text font-size="12px" font-family="\'A\', b" x="1">a</text></svg>',
    );
  });

  it('tell names of things beside their bars, and give each room', () => {
    const chart = { ...THEMES, labels: ['refunds and returns', 'login'] };
    expect(chartPicture(chart, LIGHT)).toMatchObject({ height: 76, option: { yAxis: { type: 'category' } } });
    expect(chartPicture(THEMES, LIGHT)).toMatchObject({
      height: 210,
      option: { xAxis: { type: 'category' } },
    });
  });
});
