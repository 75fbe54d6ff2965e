import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../stories/until.js';
import { describeInChromium, launchChromium } from './chromium.js';
import { type Demo, startDemo } from './start-demo.js';

describeInChromium('two people on the desk of the demo', () => {
  let demo: Demo;
  let browser: Browser;
  let amara: Page;
  let hana: Page;
  let alert: string;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchChromium()]);
    amara = await open(await newContext());
    await amara.goto(demo.openingAddress);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
  });

  const newContext = async (): Promise<BrowserContext> => {
    const context = await browser.newContext();
    context.setDefaultTimeout(10_000);
    return context;
  };
  const open = (context: BrowserContext): Promise<Page> => context.newPage();
  const becomes = (page: Page, words: string) =>
    page.locator(`#card-${alert} .label`, { hasText: words }).waitFor();

  it('a second browser is not let in, and asks the terminal for an address of its own', async () => {
    const desk = new URL(demo.openingAddress).origin;
    hana = await open(await newContext());
    await hana.goto(`${desk}/alerts`);
    await expect.poll(() => hana.locator('h1').innerText()).toBe('The desk is not open here yet');
    await hana.goto(demo.openingAddress);
    await expect.poll(() => hana.locator('h1').innerText()).toBe('This address was used already');
    await hana.getByRole('button', { name: 'Print a new address' }).click();
    const address = await until('it is printed', () => /once: (http\S+)/u.exec(demo.said())?.[1]);
    await hana.goto(address);
    await expect.poll(() => hana.locator('h1').innerText()).toBe('All alerts');
  });

  it('in the demo each picks who to be', async () => {
    for (const [page, name] of [
      [amara, 'Amara Osei'],
      [hana, 'Hana Kobayashi'],
    ] as const) {
      await page.selectOption('#act-as', { label: name });
      await page.locator('#act-as option[selected]', { hasText: name }).waitFor({ state: 'attached' });
    }
  });

  it('the button of the demo makes one more customer speak', async () => {
    const desk = new URL(demo.openingAddress).origin;
    await amara.goto(`${desk}/heard`);
    const newest = () => amara.locator('#heard-rows tr').first().getAttribute('id');
    const before = await newest();
    await amara.click('#send-sample');
    await until('one more was heard', async () => ((await newest()) !== before ? true : undefined));
    await amara.goto(`${desk}/alerts`);
  });

  it('what one claims, the other sees at once', async () => {
    alert = (await amara.locator('#cards > [data-alert]').first().getAttribute('data-alert')) ?? '';
    // A page of Hana's that has not heard of it yet, because it runs no script.
    const still = await (
      await browser.newContext({
        javaScriptEnabled: false,
        storageState: await hana.context().storageState(),
      })
    ).newPage();
    await still.goto(`${new URL(demo.openingAddress).origin}/alerts`);
    await amara.click(`#stream-${alert}-claim`);
    await Promise.all([becomes(amara, 'Claimed by Amara Osei'), becomes(hana, 'Claimed by Amara Osei')]);
    await still.click(`#stream-${alert}-claim`);
    const told = await still.locator(`#answer-${alert}`).innerText();
    expect(told).toContain('Only you see this');
    expect(told).toMatch(new RegExp(`CX-${alert}: Amara Osei has had this since [^.]*\\d\\d:\\d\\d\\.`, 'u'));
    await still.context().close();
  });

  it('who types the claim is told the same, can take it over with a reason, and the owner sees it', async () => {
    await hana.fill('#command-line', `/cx-claim CX-${alert}`);
    await hana.press('#command-line', 'Enter');
    const answer = hana.locator('#command-answer');
    await answer.getByText('Amara Osei has had this since').waitFor();
    await answer.getByRole('button', { name: 'Take over' }).click();
    await answer.getByLabel('Why').fill('Amara is off today');
    await answer.getByRole('button', { name: 'Take over' }).click();
    await becomes(amara, 'Claimed by Hana Kobayashi');
    await amara.click(`#card-${alert} h2 a`);
    await amara.locator('#thread-lines', { hasText: 'took this over from Amara Osei' }).waitFor();
  });

  it('whose session has ended is told so, and not left with a page that grows old', async () => {
    await hana.context().clearCookies();
    for (const hidden of [true, false])
      await hana.evaluate(
        `Object.defineProperty(document, 'hidden', { configurable: true, value: ${hidden} });
        document.dispatchEvent(new Event('visibilitychange'));`,
      );
    await expect
      .poll(() => hana.locator('h1').innerText(), { timeout: 10_000 })
      .toBe('The desk is not open here yet');
  });
});
