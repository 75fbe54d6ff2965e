/** A chart as a browser shows it: a desk in this process, whose only answer is one with a chart. */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { line } from '../../src/cards/text.js';
import { WEEK } from '../cards/charts.js';
import { until } from '../stories/until.js';
import { makeDesk } from '../platforms/desk/browse.js';
import { createWorld } from '../platforms/desk/desk-world.js';
import { KIM, NOW } from '../platforms/desk/some-alert.js';
import { describeInChromium, launchChromium } from './chromium.js';
import { faultsAloud } from './read-aloud.js';
import { watch, type Watched } from './watch.js';

const SCREENS = path.join(tmpdir(), 'earshot-desk');
const LIMIT_MS = 15_000;
const PICTURE_WIDTH = 'document.querySelector(".chart img").naturalWidth';
/** This desk is run from its sources, without the scripts of its pages. */
const NOT_BUILT = 'status of 404';
const SCREEN = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } };

describeInChromium('a chart on the desk in a browser', () => {
  let browser: Browser;
  let desk: ReturnType<typeof makeDesk>['desk'];
  let listening: Awaited<ReturnType<typeof desk.listen>>;
  const LOOKS = (['light', 'dark'] as const).flatMap((scheme) =>
    (['wide', 'narrow'] as const).map((shape) => ({ scheme, shape })),
  );

  beforeAll(async () => {
    const world = createWorld(NOW);
    world.staff.push(KIM);
    world.conversation.command = () =>
      Promise.resolve({ lines: [line('Support · last 7 days')], after: [line('Heard 5')], chart: WEEK });
    ({ desk } = makeDesk(world));
    [browser, listening] = await Promise.all([launchChromium(), desk.listen({ host: '127.0.0.1', port: 0 })]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await listening.close();
  });

  const ask = async (page: Page): Promise<void> => {
    await page.goto(desk.openingAddress(listening.address));
    await page.fill('#command-line', '/cx-summary 7d');
    await page.press('#command-line', 'Enter');
    await page.locator('.chart img').scrollIntoViewIfNeeded();
    const drawn = async () => (await page.evaluate<number>(PICTURE_WIDTH)) > 0 || undefined;
    await until('the picture is drawn', drawn, LIMIT_MS);
  };
  const open = async (
    { scheme, shape }: (typeof LOOKS)[number],
    javaScriptEnabled = true,
  ): Promise<{ readonly page: Page; readonly watched: Watched }> => {
    const context = await browser.newContext({
      viewport: SCREEN[shape],
      colorScheme: scheme,
      javaScriptEnabled,
    });
    const watched = watch(context);
    return { page: await context.newPage(), watched };
  };

  it.each(LOOKS)('is drawn for $scheme and $shape, and the browser has nothing against it', async (look) => {
    const { page, watched } = await open(look);
    await ask(page);
    const img = page.locator('.chart img');
    const shown = await img.evaluate((each: { currentSrc: string }) => each.currentSrc);
    expect(shown).toMatch(new RegExp(`/${look.scheme}-${look.shape}\\.svg$`, 'u'));
    const [box, screen] = [await img.boundingBox(), SCREEN[look.shape]];
    expect(box!.width).toBeGreaterThan(look.shape === 'wide' ? 600 : 250);
    expect(box!.x + box!.width).toBeLessThanOrEqual(screen.width);
    expect(await faultsAloud(page)).toEqual([]);
    mkdirSync(SCREENS, { recursive: true });
    await page.screenshot({ path: path.join(SCREENS, `chart-${look.scheme}-${look.shape}.png`) });
    // What is opened by itself keeps its looks: no style in it is forbidden.
    await page.goto(shown);
    await expect
      .poll(() => page.evaluate('getComputedStyle(document.querySelector("text")).fontSize'))
      .toBe('12px');
    expect([watched.complaints.filter((said) => !said.includes(NOT_BUILT)), watched.outside]).toEqual([
      [],
      [],
    ]);
    await page.context().close();
  });

  it('has its figures as a table, without script too', async () => {
    const { page } = await open({ scheme: 'light', shape: 'wide' }, false);
    await page.goto(desk.openingAddress(listening.address));
    await page.fill('#command-line', '/cx-summary 7d');
    await page.press('#command-line', 'Enter');
    await page.locator('.chart summary').click();
    expect((await page.locator('.chart tbody tr').first().innerText()).split(/\s*\t\s*/u)).toEqual([
      'Sat 14',
      '2',
      '1',
    ]);
    await page.context().close();
  });
});
