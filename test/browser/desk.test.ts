import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Product } from '../stories/product.js';
import { lowScore, sendVoice } from '../stories/senders.js';
import { until } from '../stories/until.js';
import { describeInChromium, findChromium, launchChromium } from './chromium.js';
import { faultsAloud } from './read-aloud.js';
import { startDesk } from './start-desk.js';
import { watch, type Watched } from './watch.js';

if (findChromium() === undefined)
  console.log('Left out: the desk in a browser. Install Chromium to include it: apt-get install chromium');

const SCREENS = path.join(tmpdir(), 'earshot-desk');
const LIMIT_MS = 10_000;

describeInChromium('the desk in a browser', () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let watched: Watched;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDesk(), launchChromium()]);
    context = await browser.newContext({ viewport: { width: 1360, height: 860 }, colorScheme: 'light' });
    context.setDefaultTimeout(LIMIT_MS);
    watched = watch(context);
    page = await context.newPage();
    await page.goto(product.openingAddress);
  }, 90_000);
  afterAll(async () => {
    await browser.close();
  });

  const label = (alert: number) => page.locator(`#card-${alert} .label`);
  const becomes = async (alert: number, words: RegExp) => {
    await page.locator(`#card-${alert} .label`, { hasText: words }).waitFor();
  };
  const hear = async (alert: number, name: string) => {
    const sent = await sendVoice(product.address, lowScore({ customer: { name } }));
    expect(sent).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    await page.locator(`#card-${alert}`).waitFor();
  };
  const focused = () => page.evaluate<string>('document.activeElement?.id ?? ""');
  const type = async (line: string): Promise<string> => {
    await page.fill('#command-line', line);
    await page.press('#command-line', 'Enter');
    await page.locator('#command-answer .answer-top code').getByText(line, { exact: true }).waitFor();
    return page.locator('#command-answer').innerText();
  };

  it('says what will appear before anybody was heard', async () => {
    await expect.poll(() => page.locator('#stream-empty').innerText()).toContain('Nothing heard yet');
  });

  it('a signed webhook is a card on the open page, without a reload', async () => {
    await page.evaluate('window.opened = "once"');
    await hear(1, 'Maria Lopez');
    await expect
      .poll(() => page.locator('#card-1 h2').innerText())
      .toBe('Maria Lopez gave 1 of 5, about refunds');
    await expect.poll(() => label(1).innerText()).toBe('High');
    await expect.poll(() => page.evaluate('window.opened')).toBe('once');
    await expect.poll(() => page.locator('#arrivals').textContent()).toContain('New: High severity, CX-1');
  });

  it('one click claims it, and its thread tells who did', async () => {
    await page.click('#stream-1-claim');
    await becomes(1, /^Claimed by Kim$/u);
    await page.click('#card-1 h2 [data-thread]');
    await page.locator('#thread[data-of="1"]').waitFor();
    await expect.poll(() => page.locator('#thread-lines .lines').innerText()).toContain('Kim claimed this');
    expect(page.url()).toContain('open=1');
  });

  it('resolving asks what came of it, says beside the field what is lacking, and keeps what was given', async () => {
    await page.click('#stream-1-resolve');
    const form = page.locator('#answer-1 form');
    await form.getByRole('radio', { name: 'Recovered', exact: true }).check();
    await form.getByLabel('What caused it').fill('   ');
    await form.getByRole('button', { name: 'Resolve' }).click();
    await form.locator('.fault').waitFor();
    await expect.poll(() => form.locator('.fault').innerText()).toBe('Say in a few words what caused it.');
    await expect
      .poll(() => form.getByRole('radio', { name: 'Recovered', exact: true }).isChecked())
      .toBe(true);
    await form.getByLabel('What caused it').fill('refund stuck in review');
    await form.getByRole('button', { name: 'Resolve' }).click();
    await becomes(1, /^Resolved: recovered$/u);
    await page.locator('#thread-lines .lines', { hasText: 'Kim resolved this' }).waitFor();
    await expect
      .poll(() => page.locator('#thread-lines .lines').innerText())
      .toContain('Cause: refund stuck in review.');
  });

  it('all of it by keyboard: move, claim, resolve, leave, type, help', async () => {
    await hear(2, 'Ana Lima');
    await hear(3, 'Jo Park');
    await page.locator('#thread-close').click();
    await page.locator('#thread[data-of]').waitFor({ state: 'detached' });
    await page.goto(`${product.deskAddress}/channels/support`);
    await page.locator('#cards > [data-alert]').first().waitFor();
    await page.keyboard.press('j');
    await expect.poll(() => focused()).toMatch(/^cx-\d$/u);
    const first = await focused();
    await page.keyboard.press('j');
    await expect.poll(() => focused()).toMatch(new RegExp(`^(?!${first}$)cx-\\d$`, 'u'));
    await page.keyboard.press('k');
    await expect.poll(() => focused()).toBe(first);
    const alert = Number(first.slice('cx-'.length));
    await page.keyboard.press('c');
    await becomes(alert, /^Claimed by Kim$/u);
    await expect.poll(() => focused()).toBe(first);
    await page.keyboard.press('r');
    await page.locator(`#answer-${alert} form`).waitFor();
    await expect.poll(() => focused()).toBe(`stream-${alert}-outcome-0`);
    await page.keyboard.press('Escape');
    await page.locator(`#answer-${alert} form`).waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await expect.poll(() => focused()).toBe('command-line');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect.poll(() => page.locator('#keys').innerText()).toContain('Claim');
    await page.keyboard.press('Escape');
    await page.locator('#keys').waitFor({ state: 'hidden' });
  });

  it('a typed command that is nearly right is answered with what was meant, and the right one with the alerts', async () => {
    expect(await type('/cx-alerst mine')).toContain('Did you mean /cx-alerts mine?');
    expect(await type('/cx-alerts mine')).toMatch(/CX-[23]/u);
  });

  it.each(['/alerts', '/channels/support?open=2', '/heard', '/sources', '/delivery'])(
    'whoever hears %s misses nothing: all has a name, headings are in order',
    async (address) => {
      await page.goto(`${product.deskAddress}${address}`);
      await page.locator('main h1').waitFor();
      expect(await faultsAloud(page)).toEqual([]);
    },
  );

  it('a page with faults is seen to have them', async () => {
    const other = await browser.newPage();
    await other.setContent('<h1>A</h1><h3 id="a">B</h3><p id="a"><button></button><input><a href="#"></a>');
    expect(await faultsAloud(other)).toEqual([
      'has no name: - button',
      'has no name: - textbox',
      expect.stringMatching(/^has no name: - link/u),
      'a heading of level 3 follows 1',
      'two elements are called #a',
      'the language is not said',
    ]);
    await other.close();
  });

  it('is light or dark as the reader wants it, and fits a telephone', async () => {
    mkdirSync(SCREENS, { recursive: true });
    await page.goto(`${product.deskAddress}/alerts?open=2`);
    const backgrounds = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      backgrounds.push(
        await page.evaluate<string>('getComputedStyle(document.querySelector(".rail")).backgroundColor'),
      );
      await page.screenshot({ path: path.join(SCREENS, `${colorScheme}.png`) });
    }
    expect(new Set(backgrounds).size).toBe(2);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
    await page.screenshot({ path: path.join(SCREENS, 'telephone.png') });
    console.log(`The desk as it looked: ${SCREENS}`);
  });

  it('nothing led outside this machine, and nothing was forbidden or broken', async () => {
    expect(watched).toEqual({ outside: [], complaints: [] });
    // What would be noticed: a script that somebody slipped in, and its call home.
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = 1' }))`,
    );
    await page.evaluate(`fetch('http://localhost:9/').catch(() => undefined)`);
    await until('the browser complains', () => (watched.complaints.length >= 2 ? true : undefined));
    await expect.poll(() => page.evaluate('window.ran')).toBeUndefined();
    expect(watched.complaints.join()).toMatch(/Content Security Policy/u);
  });
});
