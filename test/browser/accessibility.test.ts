/** Long because every page and state of the desk goes through the same hands. */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Product } from '../stories/product.js';
import { lowScore, sendVoice } from '../stories/senders.js';
import { until } from '../stories/until.js';
import { faultsByAxe } from './axe.js';
import { describeInChromium, launchChromium } from './chromium.js';
import { faultsAloud } from './read-aloud.js';
import { restartDesk, startDesk } from './start-desk.js';

const SCREENS = path.join(tmpdir(), 'earshot-desk');
const LIMIT_MS = 15_000;
const NAMES = ['María López', 'Łukasz Großmann', 'Jo', 'Ana Lima', 'Noor Vis', 'Robin'];
/** A digest of the day before is due by then, whenever this is run. */
const LATER_MS = 35 * 3_600_000;
const DIGESTS = `
digests:
  - audience: leadership
    kind: leadership
    time: '11:00'
    time_zone: UTC
    weekdays: [mon, tue, wed, thu, fri, sat, sun]
    to: { desk: board }
`;
/** CSS pixels: the least of WCAG 1.4.10, a phone, 1280 at 200 %, what lies between a phone and a desk, a laptop. */
const WIDTHS = [320, 390, 640, 770, 900, 1000, 1280];
const WIDER = 'Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth';

describeInChromium('whoever cannot see or point uses the desk', () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    const [desk, chromium] = await Promise.all([startDesk(DIGESTS), launchChromium()]);
    browser = chromium;
    for (const name of NAMES) await sendVoice(desk.address, lowScore({ customer: { id: name, name } }));
    const before = await browser.newPage();
    await before.goto(desk.openingAddress);
    await before.locator(`#card-${NAMES.length}`).waitFor({ timeout: LIMIT_MS });
    await before.close();
    product = await restartDesk(desk, { EARSHOT_TEST: JSON.stringify({ clockOffsetMs: LATER_MS }) });
    context = await browser.newContext({ viewport: { width: 1360, height: 860 }, colorScheme: 'light' });
    context.setDefaultTimeout(LIMIT_MS);
    page = await context.newPage();
    await page.goto(product.openingAddress);
    await page.goto(`${product.deskAddress}/alerts`);
    await page.click('#stream-1-claim');
    await page.locator('#card-1 .label', { hasText: 'Claimed by Kim' }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
  });

  const visit = (address: string) => async () => {
    await page.goto(`${product.deskAddress}${address}`);
    await page.locator('h1').first().waitFor();
  };
  const command = (line: string) => async () => {
    await visit('/channels/support')();
    await page.fill('#command-line', line);
    await page.press('#command-line', 'Enter');
    await page.locator('#command-answer .answer').waitFor();
  };
  const press = (action: string) => async () => {
    await visit('/mine')();
    await page.locator(`#card-1 [data-action=${action}]`).evaluate((each: { click: () => void }) => {
      each.click();
    });
    await page.locator('#answer-1 .answer').waitFor();
  };
  /** Every page and state, and how one gets there. */
  const STATES: Readonly<Record<string, () => Promise<void>>> = {
    'all alerts': visit('/alerts'),
    'a channel': visit('/channels/support'),
    'a thread': visit('/channels/support?open=1'),
    'a digest': async () => {
      await until('it was sent', async () => {
        await visit('/channels/board')();
        return (await page.locator('.digest').count()) > 0 ? true : undefined;
      });
      for (const part of await page.locator('.part > summary').all()) await part.click();
    },
    'a summary': async () => {
      await command('/cx-summary 7d')();
      for (const figures of await page.locator('.chart summary').all()) await figures.click();
    },
    'a list of alerts': command('/cx-alerts'),
    'a customer in short': command('/cx-customer CX-2'),
    'a form': press('resolve'),
    'a form with faults': async () => {
      await press('resolve')();
      await page.getByRole('radio', { name: 'Recovered', exact: true }).check();
      await page.getByLabel('What caused it').fill('  ');
      await page.locator('#answer-1 button[type=submit]').click();
      await page.locator('.fault').waitFor();
    },
    'logging a contact': press('log_contact'),
    'more actions': async () => {
      await visit('/mine')();
      await page.locator('#card-1 .more summary').click();
    },
    'what can be typed': async () => {
      await visit('/alerts')();
      await page.locator('#command-line').pressSequentially('/cx-claim ');
      await page.locator('#command-options [role=option]').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
    mine: visit('/mine'),
    customers: visit('/customers'),
    'one customer': async () => {
      await visit('/customers')();
      await page.locator('.people-name').first().click();
      await page.locator('#timeline-table').waitFor();
    },
    'post-mortems': async () => {
      await command('/cx-postmortem CX-1')();
      await visit('/post-mortems')();
    },
    'a document being written': async () => {
      await visit('/post-mortems/1')();
      await page.locator('.paper-edit summary').first().click();
    },
    heard: visit('/heard'),
    sources: visit('/sources'),
    delivery: visit('/delivery'),
    'no such page': visit('/nowhere'),
    keys: async () => {
      await visit('/alerts')();
      await page.getByRole('button', { name: 'Keys' }).click();
      await page.locator('#keys').waitFor();
    },
  };

  it.each(Object.keys(STATES))(
    '%s: nothing is against it, light or dark, and no width makes one scroll sideways',
    async (name) => {
      await STATES[name]!();
      expect(await faultsByAxe(page)).toEqual([]);
      expect(await faultsAloud(page)).toEqual([]);
      const wider: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const by = await page.evaluate<number>(WIDER);
        if (by > 0) wider.push(`at ${width} by ${by}`);
        if (width === 320) {
          mkdirSync(SCREENS, { recursive: true });
          await page.screenshot({ path: path.join(SCREENS, `narrow-${name.replaceAll(' ', '-')}.png`) });
          expect(await faultsByAxe(page)).toEqual([]);
        }
      }
      await page.setViewportSize({ width: 1360, height: 860 });
      expect(wider).toEqual([]);
    },
    60_000,
  );

  it('a page with faults is seen to have them', async () => {
    const other = await browser.newPage();
    await other.setContent(
      '<main><h1>A</h1><p style="color:#aaa;background:#fff">Hard to read</p><img src="data:,"></main>',
    );
    const faults = (await faultsByAxe(other)).map((fault) => fault.split(':')[0]);
    expect(faults).toEqual(expect.arrayContaining(['color-contrast', 'image-alt', 'html-has-lang']));
    await other.close();
  });

  describe('the command line', () => {
    const line = () => page.inputValue('#command-line');
    const options = () => page.locator('#command-options [role=option]');
    const active = async (): Promise<string> => {
      const id = await page.getAttribute('#command-line', 'aria-activedescendant');
      return id === null ? '' : page.locator(`#${id}`).innerText();
    };
    const type = async (words: string, first: RegExp): Promise<void> => {
      await visit('/channels/support')();
      await page.locator('#command-line').pressSequentially(words);
      await options().first().filter({ hasText: first }).waitFor();
    };

    it('is completed by keyboard: a command, then its alert, and Enter runs it', async () => {
      await type('/cx-cl', /^\/cx-claim/u);
      await expect.poll(() => page.getAttribute('#command-line', 'aria-expanded')).toBe('true');
      await expect.poll(() => active()).toBe('');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => active()).toContain('/cx-claim');
      await page.keyboard.press('Enter');
      await expect.poll(() => line()).toBe('/cx-claim ');
      await options().filter({ hasText: 'CX-2' }).waitFor();
      await expect.poll(() => options().filter({ hasText: 'CX-1' }).count()).toBe(0);
      await page.keyboard.press('2');
      await page.locator('#options-said', { hasText: '1 suggestion' }).waitFor({ state: 'attached' });
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => active()).toMatch(/^CX-2\s+High · Łukasz Großmann/u);
      await page.keyboard.press('Tab');
      await expect
        .poll(async () => [await line(), await page.evaluate('document.activeElement?.id')])
        .toEqual(['/cx-claim CX-2', 'command-line']);
      await page.keyboard.press('Enter');
      await page.locator('#card-2 .label', { hasText: 'Claimed by Kim' }).waitFor();
      await expect.poll(() => options().count()).toBe(0);
    });

    it('says its answer to who does not see it', async () => {
      await page.fill('#command-line', '/cx-mine');
      await page.press('#command-line', 'Enter');
      await page.locator('#arrivals', { hasText: /^For you alone: .*alerts listed$/u }).waitFor({
        state: 'attached',
      });
    });

    it('finds a customer by a part of the name, and Escape leaves the words as they are', async () => {
      await type('/cx-customer lop', /María López/u);
      await page.keyboard.press('Escape');
      await expect.poll(async () => [await line(), await options().count()]).toEqual(['/cx-customer lop', 0]);
      await page.keyboard.press('ArrowDown');
      await options().first().waitFor();
      await options().first().click();
      await expect.poll(() => line()).toBe('/cx-customer María López');
    });

    it('is completed by finger', async () => {
      const phone = await browser.newContext({
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        storageState: await context.storageState(),
      });
      const held = await phone.newPage();
      await held.goto(`${product.deskAddress}/alerts`);
      await held.locator('#command-line').tap();
      await held.locator('#command-line').pressSequentially('sum');
      const option = held.locator('[role=option]', { hasText: '/cx-summary' });
      // The list is drawn anew with each answer to what was typed.
      await expect
        .poll(async () => (await option.boundingBox())?.height)
        .toSatisfy((height) => Number(height) >= 40);
      await option.tap();
      await held.locator('[role=option]', { hasText: '30d' }).tap();
      await expect.poll(() => held.inputValue('#command-line')).toBe('/cx-summary 30d ');
      await phone.close();
    });
  });

  it('letters are no keys once they are turned off', async () => {
    await STATES['keys']!();
    await page.getByLabel('Letters act as keys').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate('document.activeElement?.id')).not.toMatch(/^cx-/u);
    await visit('/alerts')();
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByLabel('Letters act as keys').check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toMatch(/^cx-/u);
  });
});
