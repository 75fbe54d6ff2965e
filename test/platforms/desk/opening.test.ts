import { describe, expect, it } from 'vitest';
import { makeDesk, newBrowser, openDesk, ORIGIN, wordsOf } from './browse.js';
import { createWorld } from './desk-world.js';
import { ANA, KIM, minutesFromNow, NOW } from './some-alert.js';

function freshDesk(sessionKey = new Uint8Array(32).fill(7)) {
  const world = createWorld(NOW);
  world.staff.push(ANA, KIM);
  return { world, ...makeDesk(world, { sessionKey }) };
}

const pathOf = (address: string) => new URL(address).pathname;

describe('opening the desk', () => {
  it('opens with the printed address and then needs it no more', async () => {
    const { desk } = freshDesk();
    const browser = newBrowser(desk);
    expect((await browser.get('/alerts')).status).toBe(401);
    const opened = await browser.get(pathOf(desk.openingAddress(ORIGIN)));
    expect(opened).toMatchObject({ status: 200, address: '/alerts' });
    expect((await browser.get('/alerts')).status).toBe(200);
  });

  it('keeps its cookie from scripts and from other sites', async () => {
    const { desk } = freshDesk();
    const address = desk.openingAddress(ORIGIN);
    const response = await desk.fetch(new Request(address, { headers: { host: '127.0.0.1:3001' } }));
    expect(response.headers.get('set-cookie')).toMatch(
      /^earshot_3001=\S+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/u,
    );
  });

  it('opens one browser only: the second is told how to get another address', async () => {
    const { desk } = freshDesk();
    const path = pathOf(desk.openingAddress(ORIGIN));
    const first = newBrowser(desk);
    await first.get(path);
    const second = newBrowser(desk);
    const refused = await second.get(path);
    expect(refused.status).toBe(401);
    expect(wordsOf(refused.html)).toContain('This address was used already');
    expect((await second.get('/alerts')).status).toBe(401);
    expect((await first.get(path)).address).toBe('/alerts');
  });

  it('prints a new address when asked, at most one in five seconds', async () => {
    const { desk, printed, world } = freshDesk();
    const browser = newBrowser(desk);
    expect(wordsOf((await browser.post('/open')).html)).toContain(
      'A new address was printed in the terminal',
    );
    expect((await browser.post('/open')).status).toBe(429);
    expect(printed).toHaveLength(1);
    world.at = minutesFromNow(1);
    await browser.post('/open');
    expect(printed).toHaveLength(2);
    expect((await browser.get(pathOf(printed[0]!))).address).toBe('/alerts');
  });

  it('stays open over a restart with the same key, and not with another', async () => {
    const { browser } = await openDesk();
    const restarted = newBrowser(freshDesk().desk);
    const elsewhere = newBrowser(freshDesk(new Uint8Array(32).fill(8)).desk);
    for (const [name, value] of browser.cookies) {
      restarted.cookies.set(name, value);
      elsewhere.cookies.set(name, value);
    }
    expect((await restarted.get('/alerts')).status).toBe(200);
    expect((await elsewhere.get('/alerts')).status).toBe(401);
  });

  it('ends after thirty days', async () => {
    const { browser, world } = await openDesk();
    world.at = minutesFromNow(30 * 24 * 60 - 1);
    expect((await browser.get('/alerts')).status).toBe(200);
    world.at = minutesFromNow(30 * 24 * 60 + 1);
    expect((await browser.get('/alerts')).status).toBe(401);
  });

  it('believes no cookie that was changed', async () => {
    const { browser } = await openDesk();
    const [[name, value]] = [...browser.cookies] as [[string, string]];
    const [id, until, signature] = value.split('.') as [string, string, string];
    for (const forged of [
      `${id}.${Number(until) + 1}.${signature}`,
      `${id}x.${until}.${signature}`,
      `${id}.${until}.${'A'.repeat(43)}`,
      `${id}.${until}.`,
      '',
    ]) {
      browser.cookies.set(name, forged);
      expect((await browser.get('/alerts')).status, forged).toBe(401);
    }
    browser.cookies.set(name, value);
    expect((await browser.get('/alerts')).status).toBe(200);
  });

  it('asks once more for itself where a link on another site led here and the strict cookie stayed behind', async () => {
    const { desk } = freshDesk();
    const page = await newBrowser(desk).get('/alerts', { 'sec-fetch-site': 'cross-site' });
    expect(page.html).toContain('<meta http-equiv="refresh" content="0"');
    expect((await newBrowser(desk).get('/alerts', { 'sec-fetch-site': 'same-origin' })).status).toBe(401);
  });
});
