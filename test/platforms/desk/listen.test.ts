import { describe, expect, it } from 'vitest';
import { sendBytes } from '../../chaos/send-bytes.js';
import { quietLog } from '../../quiet-log.js';
import { makeDesk } from './browse.js';
import { createWorld } from './desk-world.js';
import { ANA, KIM, NOW } from './some-alert.js';

function freshDesk() {
  const world = createWorld(NOW);
  world.staff.push(ANA, KIM);
  return makeDesk(world).desk;
}

describe('where the desk listens', () => {
  it.each(['0.0.0.0', '::', '192.168.1.5', 'desk.example.com', '127.0.0.1.evil.example', ''])(
    'refuses %s, which others could reach',
    async (host) => {
      await expect(freshDesk().listen({ host, port: 0 })).rejects.toThrow('listens on this machine only');
    },
  );

  it('serves its pages over HTTP on loopback, and closes with a page still listening', async () => {
    const desk = freshDesk();
    const listening = await desk.listen({ host: '127.0.0.1', port: 0 });
    const { address } = listening;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    const opened = await fetch(desk.openingAddress(address), { redirect: 'manual' });
    expect(opened.status).toBe(303);
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!;
    const page = await fetch(`${address}/alerts`, { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<!doctype html>');
    const live = await fetch(`${address}/live`, { headers: { cookie } });
    expect(live.status).toBe(200);
    await listening.close();
    await expect(fetch(`${address}/alerts`)).rejects.toThrow();
  });

  it('makes room for another page when one leaves', async () => {
    const desk = freshDesk();
    const listening = await desk.listen({ host: '127.0.0.1', port: 0 });
    const { address } = listening;
    const opened = await fetch(desk.openingAddress(address), { redirect: 'manual' });
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!;
    for (let page = 1; page <= 70; page += 1) {
      const leaving = new AbortController();
      const live = await fetch(`${address}/live`, { headers: { cookie }, signal: leaving.signal });
      expect(live.status, `page ${page}`).toBe(200);
      leaving.abort();
    }
    await listening.close();
  });

  it('has nothing to complain of where a browser leaves in the middle of a form', async () => {
    const world = createWorld(NOW);
    world.staff.push(ANA, KIM);
    const complaints: unknown[] = [];
    const log = { ...quietLog, error: (...said: unknown[]) => void complaints.push(said) };
    const { desk } = makeDesk(world, { log });
    const listening = await desk.listen({ host: '127.0.0.1', port: 0 });
    const { address } = listening;
    const opened = await fetch(desk.openingAddress(address), { redirect: 'manual' });
    const headers = [
      ['cookie', opened.headers.get('set-cookie')!.split(';')[0]!],
      ['origin', address],
      ['content-type', 'application/x-www-form-urlencoded'],
    ] as const;
    const body = Buffer.from('line=/cx-mine&back=/alerts');
    const leaving = { method: 'POST', target: '/command', headers, body, missing: 5 };
    await sendBytes(address, leaving);
    await listening.close();
    expect(complaints).toEqual([]);
  });

  it('says when the port is taken', async () => {
    const first = await freshDesk().listen({ host: '127.0.0.1', port: 0 });
    const port = Number(new URL(first.address).port);
    await expect(freshDesk().listen({ host: '127.0.0.1', port })).rejects.toThrow('EADDRINUSE');
    await first.close();
  });
});
