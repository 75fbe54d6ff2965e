import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Product } from '../stories/product.js';
import { lowScore, sendVoice, type Voice } from '../stories/senders.js';
import { describeInChromium, launchChromium } from './chromium.js';
import { faultsAloud } from './read-aloud.js';
import { startDesk } from './start-desk.js';
import { watch, type Watched } from './watch.js';

const SCREENS = path.join(tmpdir(), 'earshot-desk');
const LIMIT_MS = 10_000;
const DAY_MS = 86_400_000;
const EVIL = `<img src=x onerror=alert(1)> '; drop table customers; --`;

const MARIA = {
  id: 'm-1',
  name: 'María López',
  email: 'maria@acme.example',
  preferred_contact: 'phone',
  time_zone: 'Europe/Madrid',
};
const ACME = { name: 'Acme', tier: 'gold', annual_value: 48_000, currency: 'EUR', owner: 'Bo Berg' };

describeInChromium('customers in a browser', () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let watched: Watched;

  const said = async (more: Partial<Voice>, daysAgo = 0) => {
    const occurred_at = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
    const sent = await sendVoice(product.address, lowScore({ account: ACME, occurred_at, ...more }));
    expect(sent).toMatchObject({ status: 202 });
  };

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDesk(), launchChromium()]);
    context = await browser.newContext({ viewport: { width: 1360, height: 860 }, colorScheme: 'light' });
    context.setDefaultTimeout(LIMIT_MS);
    watched = watch(context);
    page = await context.newPage();
    await page.goto(product.openingAddress);
    const customer = MARIA;
    await said(
      { customer, kind: 'review', text: 'The new app is lovely.', channel: 'app store', score: 5 },
      40,
    );
    await said({ customer, kind: 'survey', text: 'Quick and kind.', channel: 'chat', score: 5 }, 9);
    await said(
      {
        customer,
        channel: 'email',
        text: 'Where is my refund? It was promised for Monday.',
        kind: 'report',
        metric: undefined,
        score: undefined,
      },
      4,
    );
    await said({ customer, channel: 'phone' });
    await said({ customer: { id: 'e-1', name: EVIL }, account: undefined });
    await said({
      customer: { id: 'l-1', name: 'Łukasz Großmann', email: 'lukasz@borealis.example' },
      account: { name: 'Borealis', tier: 'silver' },
    });
    await page.getByRole('heading', { name: 'Łukasz Großmann' }).first().waitFor();
  }, 90_000);
  afterAll(async () => {
    await browser.close();
  });

  const screens = async (name: string) => {
    mkdirSync(SCREENS, { recursive: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: path.join(SCREENS, `${name}-${colorScheme}.png`) });
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
    await page.screenshot({ path: path.join(SCREENS, `${name}-telephone.png`), fullPage: true });
    await page.setViewportSize({ width: 1360, height: 860 });
  };

  it('a card says how often she got in touch, and her name leads to all of it', async () => {
    const card = page.locator('.card', { hasText: 'María López' }).first();
    await expect.poll(() => card.innerText()).toContain('3rd contact in 9 days');
    await card.screenshot({ path: path.join(SCREENS, 'card.png') }).catch(() => undefined);
    await card.getByRole('link', { name: 'María López', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'María López' }).waitFor();
    const rows = page.locator('#timeline-rows tr');
    await expect.poll(() => rows.count()).toBe(4);
    await expect.poll(() => rows.first().innerText()).toContain('Third time I call about the same refund.');
    await expect.poll(() => page.locator('#profile').innerText()).toContain('account of Bo Berg');
    await screens('customer');
    expect(await faultsAloud(page)).toEqual([]);
  });

  it('what is open there can be claimed there, without leaving', async () => {
    await page.locator('#open-alerts').getByRole('button', { name: 'Claim' }).first().click();
    await page.locator('#open-alerts', { hasText: 'yours' }).waitFor();
    await page.locator('#timeline', { hasText: 'claimed by Kim' }).waitFor();
    expect(page.url()).toContain('/customers/');
  });

  it('she is found by keyboard alone', async () => {
    await page.goto(`${product.deskAddress}/customers`);
    await page.locator('#customers-found', { hasText: 'Heard last' }).waitFor();
    await screens('customers');
    expect(await faultsAloud(page)).toEqual([]);
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('customer-search');
    await page.keyboard.type('LOPEZ mar');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 customer', exact: true }).waitFor();
    await expect.poll(() => page.inputValue('#customer-search')).toBe('LOPEZ mar');
    await page.focus('#customer-search');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate('document.activeElement?.textContent.trim()')).toBe('María López');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'María López' }).waitFor();
  });

  it('what is being typed stays while voices come in', async () => {
    await page.goto(`${product.deskAddress}/customers`);
    await page.fill('#customer-search', 'half a na');
    await said({ customer: { id: 'n-1', name: 'Noor Vis' }, account: undefined });
    await page.locator('#customers-found', { hasText: 'Noor Vis' }).waitFor();
    await expect.poll(() => page.inputValue('#customer-search')).toBe('half a na');
  });

  it('a name that would act is only a name', async () => {
    await page.goto(`${product.deskAddress}/customers?q=${encodeURIComponent(EVIL)}`);
    await page.getByRole('link', { name: EVIL }).click();
    await page.getByRole('heading', { level: 1, name: EVIL }).waitFor();
    expect(watched).toEqual({ outside: [], complaints: [] });
  });

  it('without script it is found all the same', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    await plain.addCookies(await context.cookies());
    const sheet = await plain.newPage();
    await sheet.goto(`${product.deskAddress}/customers`);
    await sheet.fill('#customer-search', 'grossmann');
    await sheet.press('#customer-search', 'Enter');
    await sheet.getByRole('link', { name: 'Łukasz Großmann' }).click();
    await expect.poll(() => sheet.locator('h1').innerText()).toBe('Łukasz Großmann');
    await plain.close();
  });
});
