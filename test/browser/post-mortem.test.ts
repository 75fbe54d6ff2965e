import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../stories/until.js';
import { describeInChromium, launchChromium } from './chromium.js';
import { type Demo, startDemo } from './start-demo.js';

describeInChromium('a post-mortem that two people write at once', () => {
  let demo: Demo;
  let browser: Browser;
  let amara: Page;
  let hana: Page;
  let desk: string;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchChromium()]);
    desk = new URL(demo.openingAddress).origin;
    const context = await newContext();
    amara = await context.newPage();
    await amara.goto(demo.openingAddress);
    const other = await newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
    // She runs no script, so her page stays as she opened it.
    hana = await other.newPage();
    await hana.goto(`${desk}/alerts`);
    await hana.selectOption('#act-as', { label: 'Hana Kobayashi' });
    await hana.click('text=Switch');
  }, 120_000);
  afterAll(async () => {
    await browser.close();
  });

  const newContext = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(10_000);
    return context;
  };
  const write = async (page: Page, section: string, text: string): Promise<void> => {
    await page.click(`#write-${section} summary`);
    await page.fill(`#draft-${section}`, text);
  };
  const save = (page: Page, section: string) => page.click(`form[action$="/${section}"] button[type=submit]`);
  const textOf = (page: Page, section: string) => page.locator(`#text-${section} .paper-text`).innerText();

  it('is opened by a command and leads to its page', async () => {
    await amara.goto(`${desk}/alerts`);
    await amara.fill('#command-line', '/cx-postmortem CX-1');
    await amara.press('#command-line', 'Enter');
    await amara.click('text=Open the document');
    await expect.poll(() => amara.locator('.paper-name').innerText()).toContain('Post-mortem PM-1');
    await expect.poll(() => amara.locator('.paper-voice blockquote').first().innerText()).not.toBe('');
  });

  it('takes sections from both at the same time', async () => {
    await hana.goto(`${desk}/post-mortems/1`);
    await Promise.all([
      write(amara, 'worked', 'The call.'),
      write(hana, 'did_not', 'Three mails before it.'),
    ]);
    await Promise.all([save(amara, 'worked'), save(hana, 'did_not')]);
    await hana.locator('#text-did_not .paper-text').waitFor();
    await until('both are on Amara’s page', async () => {
      const texts = await amara.locator('.paper-text').allInnerTexts();
      return texts.includes('The call.') && texts.includes('Three mails before it.') ? true : undefined;
    });
  });

  it('keeps what one is typing while the other saves, and shows both texts to the one who comes second', async () => {
    await hana.goto(`${desk}/post-mortems/1`);
    await write(amara, 'differently', 'Call before the third mail.');
    await write(hana, 'differently', 'Give every refund an owner.');
    await save(hana, 'differently');
    await amara.locator('#text-differently', { hasText: 'Give every refund an owner.' }).waitFor();
    await expect.poll(() => amara.inputValue('#draft-differently')).toBe('Call before the third mail.');
    await save(amara, 'differently');
    await expect.poll(() => amara.locator('h1').innerText()).toBe('Somebody else wrote this meanwhile');
    await expect.poll(() => amara.locator('#theirs').innerText()).toBe('Give every refund an owner.');
    await expect.poll(() => amara.inputValue('#draft-differently')).toBe('Call before the third mail.');
    await amara.fill('#draft-differently', 'Call before the third mail.\n\nGive every refund an owner.');
    await save(amara, 'differently');
    await amara.locator('#paper-title').waitFor();
    await expect
      .poll(() => textOf(amara, 'differently'))
      .toBe('Call before the third mail.\n\nGive every refund an owner.');
  });

  it('is exported as Markdown in which nothing of a customer comes alive', async () => {
    const [download] = await Promise.all([amara.waitForEvent('download'), amara.click('text=Markdown')]);
    expect(download.suggestedFilename()).toBe('PM-1.md');
    await amara.goto(`${desk}/post-mortems`);
    await expect.poll(() => amara.locator('#post-mortems').innerText()).toContain('PM-1');
  });
});
