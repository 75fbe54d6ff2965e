import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Product } from '../stories/product.js';
import { lowScore, sendVoice } from '../stories/senders.js';
import { until } from '../stories/until.js';
import { describeInChromium, launchChromium } from './chromium.js';
import { startDesk } from './start-desk.js';
import { watch, type Watched } from './watch.js';

describeInChromium('the desk without its script', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let watched: Watched;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDesk(), launchChromium()]);
    const context = await browser.newContext({ javaScriptEnabled: false });
    context.setDefaultTimeout(10_000);
    watched = watch(context);
    page = await context.newPage();
    await page.goto(product.openingAddress);
  }, 90_000);
  afterAll(async () => {
    await browser.close();
  });

  it('a card is there on the next visit, and a button claims it', async () => {
    expect((await sendVoice(product.address, lowScore())).status).toBe(202);
    await until('the card is on the page', async () => {
      await page.goto(`${product.deskAddress}/alerts`);
      return (await page.locator('#card-1').count()) === 1 ? true : undefined;
    });
    await page.click('#stream-1-claim');
    await page.locator('#card-1 .label', { hasText: 'Claimed by Kim' }).waitFor();
  });

  it('resolving is a form on the page, with its faults beside the fields', async () => {
    await page.click('#stream-1-resolve');
    await page.getByRole('radio', { name: 'Recovered', exact: true }).check();
    await page.getByLabel('What caused it').fill('  ');
    await page.click('#answer-1 button[type=submit]');
    await expect
      .poll(() => page.locator('#answer-1 .fault').innerText())
      .toBe('Say in a few words what caused it.');
    await page.getByLabel('What caused it').fill('refund stuck in review');
    await page.click('#answer-1 button[type=submit]');
    await page.locator('#card-1 .label', { hasText: 'Resolved: recovered' }).waitFor();
    await page.click('#card-1 h2 [data-thread]');
    await expect.poll(() => page.locator('#thread-lines').innerText()).toContain('Kim resolved this');
  });

  it('the command line answers, and nothing was asked of the outside', async () => {
    await page.fill('#command-line', '/cx-claim CX-1');
    await page.press('#command-line', 'Enter');
    await expect.poll(() => page.locator('#command-answer').innerText()).toContain('already resolved by you');
    expect(watched.outside).toEqual([]);
  });
});
