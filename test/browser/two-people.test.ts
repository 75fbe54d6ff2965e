import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  }, 240_000);
  afterAll(async () => {
    await browser.close();
  });

  const desk = (): string => new URL(demo.openingAddress).origin;
  const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(10_000);
    return context;
  };
  const open = (context: BrowserContext): Promise<Page> => context.newPage();
  const becomes = (page: Page, words: string) =>
    page.locator(`#card-${alert} .label`, { hasText: words }).waitFor();

  it('a second browser is not let in, and asks the terminal for an address of its own', async () => {
    hana = await open(await newContext());
    await hana.goto(`${desk()}/alerts`);
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
    await amara.goto(`${desk()}/heard`);
    const newest = () => amara.locator('#heard-rows tr').first().getAttribute('id');
    const before = await newest();
    await amara.click('#send-sample');
    await until('one more was heard', async () => ((await newest()) !== before ? true : undefined));
    await amara.goto(`${desk()}/alerts`);
  });

  it('what one claims, the other sees at once', async () => {
    alert = (await amara.locator('#cards > [data-alert]').first().getAttribute('data-alert')) ?? '';
    // A page of Hana's that has not heard of it yet, because it runs no script.
    const storageState = await hana.context().storageState();
    const still = await open(await newContext({ javaScriptEnabled: false, storageState }));
    await still.goto(`${desk()}/alerts`);
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

  describe('a post-mortem that both write at once', () => {
    beforeAll(async () => {
      // She runs no script from here on, so her page stays as she opened it.
      const storageState = await hana.context().storageState();
      hana = await open(await newContext({ javaScriptEnabled: false, storageState }));
    });

    const write = async (page: Page, section: string, text: string): Promise<void> => {
      await page.click(`#write-${section} summary`);
      await page.fill(`#draft-${section}`, text);
    };
    const save = (page: Page, section: string) =>
      page.click(`form[action$="/${section}"] button[type=submit]`);
    const textOf = (page: Page, section: string) => page.locator(`#text-${section} .paper-text`).innerText();

    it('is opened by a command and leads to its page', async () => {
      await amara.goto(`${desk()}/alerts`);
      await amara.fill('#command-line', '/cx-postmortem CX-1');
      await amara.press('#command-line', 'Enter');
      await amara.click('text=Open the document');
      await expect.poll(() => amara.locator('.paper-name').innerText()).toContain('Post-mortem PM-1');
      await expect.poll(() => amara.locator('.paper-voice blockquote').first().innerText()).not.toBe('');
    });

    it('takes sections from both at the same time', async () => {
      await hana.goto(`${desk()}/post-mortems/1`);
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
      await hana.goto(`${desk()}/post-mortems/1`);
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
      await amara.goto(`${desk()}/post-mortems`);
      await expect.poll(() => amara.locator('#post-mortems').innerText()).toContain('PM-1');
    });
  });

  it('whose session has ended is told so, and not left with a page that grows old', async () => {
    await amara.goto(`${desk()}/alerts`);
    await amara.context().clearCookies();
    // Whoever comes back to the page has it ask anew. The page may leave at once, so that nobody waits for what it would answer.
    await amara.evaluate(`setTimeout(() => {
      for (const hidden of [true, false]) {
        Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
        document.dispatchEvent(new Event('visibilitychange'));
      }
    })`);
    await expect.poll(() => amara.locator('h1').innerText()).toBe('The desk is not open here yet');
  });
});
