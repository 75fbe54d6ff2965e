import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CALM,
  KEY,
  type ModelCounterpart,
  startModelCounterpart,
} from '../counterparts/model/model-counterpart.js';
import type { Product } from '../stories/product.js';
import { lowScore, sendVoice } from '../stories/senders.js';
import { describeInChromium, launchChromium } from './chromium.js';
import { startDesk } from './start-desk.js';
import { watch, type Watched } from './watch.js';

const LIMIT_MS = 15_000;
/** No rule and no phrase says what it is about; the model does. */
const ABOUT_NOTHING = 'Nobody came back to me about the fitting, and I am done being patient.';

describeInChromium('themes that somebody renames and merges', () => {
  let model: ModelCounterpart;
  let product: Product;
  let browser: Browser;
  let page: Page;
  let watched: Watched;

  beforeAll(async () => {
    [model, browser] = await Promise.all([startModelCounterpart(), launchChromium()]);
    model.behave({
      kind: 'answers',
      with: (input) => ({ ...CALM, themes: input.includes('fitting') ? ['cleanliness'] : [] }),
    });
    product = await startDesk('', { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: model.baseUrl });
    const context = await browser.newContext({ viewport: { width: 1360, height: 860 } });
    context.setDefaultTimeout(LIMIT_MS);
    watched = watch(context);
    page = await context.newPage();
    await page.goto(product.openingAddress);
    await hear(1, 'Maria Lopez', 'Third time I call about the same refund.');
    await hear(2, 'Jo Field', 'The room was dirty and stained.');
    await type('/cx-postmortem CX-1');
    await page.locator('.card', { hasText: 'Post-mortem PM-1' }).first().waitFor();
  }, 90_000);
  afterAll(async () => {
    await Promise.all([browser.close(), model.close()]);
  });

  const hear = async (alert: number, name: string, text: string): Promise<void> => {
    await sendVoice(product.address, lowScore({ text, customer: { id: name, name } }));
    await page.locator(`#card-${alert}`).waitFor();
  };
  const type = async (line: string): Promise<void> => {
    await page.fill('#command-line', line);
    await page.press('#command-line', 'Enter');
  };
  const summarySays = async (words: string): Promise<string> => {
    await type('/cx-summary today');
    await page.locator('#command-answer', { hasText: words }).waitFor();
    return page.locator('#command-answer').innerText();
  };
  const headlineOf = (alert: number, about: string) =>
    page.locator(`#card-${alert} h2`, { hasText: `about ${about}` }).waitFor();
  const channel = (): Promise<unknown> => page.click('.rail a[href="/channels/support"]');
  const rename = async (from: string, to: string): Promise<void> => {
    await page.click('.rail a[href="/themes"]');
    await page.click(`summary[aria-label="Rename or merge ${from}"]`);
    await page.getByLabel('Call it').locator('visible=true').fill(to);
    await page.getByRole('button', { name: 'Save' }).locator('visible=true').click();
    await page.locator('#page-answer', { hasText: to }).waitFor();
  };
  const listed = () => page.locator('.theme h3').allTextContents();

  it('is renamed on the page of themes, and says so', async () => {
    await rename('refunds', 'money back');
    await expect
      .poll(() => page.locator('#page-answer').innerText())
      .toContain('is called money back from now on, in what was heard before as well.');
    await expect.poll(async () => (await listed()).toSorted()).toEqual(['cleanliness', 'money back']);
  });

  it('the cards of alerts and of a post-mortem say it by its new name, and so does the summary', async () => {
    await channel();
    await headlineOf(1, 'money back');
    await page.locator('.card', { hasText: 'PM-1 · Money back: Maria Lopez' }).first().waitFor();
    expect(await summarySays('money back 1')).not.toContain('refunds');
  });

  it('keeps the name that somebody is typing while a voice comes in', async () => {
    await page.click('.rail a[href="/themes"]');
    await page.click('summary[aria-label="Rename or merge money back"]');
    const name = page.getByLabel('Call it').locator('visible=true');
    await name.fill('half a na');
    const support = page.locator('.rail a[href="/channels/support"]');
    const before = await support.innerText();
    await sendVoice(product.address, lowScore({ customer: { id: 'eva', name: 'Eva Sol' } }));
    await expect.poll(() => support.innerText()).not.toBe(before);
    expect(await name.inputValue()).toBe('half a na');
  });

  it('is put together with another by its name, in the past as well', async () => {
    await rename('cleanliness', 'money back');
    await expect.poll(() => listed()).toEqual(['money back']);
    await channel();
    await headlineOf(2, 'money back');
    expect(await summarySays('money back 3')).not.toContain('cleanliness');
  });

  it('is what the next voice is about, whoever reads it: a rule, a phrase, or the model', async () => {
    await hear(4, 'Ana Ruiz', 'Where is my refund?');
    await headlineOf(4, 'money back');
    await hear(5, 'Bo Berg', ABOUT_NOTHING);
    await headlineOf(5, 'money back');
    await page.locator('#card-5', { hasText: 'Read by gpt-4.1-mini' }).waitFor();
    await summarySays('money back 5');
    expect(watched).toEqual({ outside: [], complaints: [] });
  });
});
