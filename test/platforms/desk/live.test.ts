import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { createLive } from '../../../src/platforms/desk/live.js';
import { quietLog } from '../../quiet-log.js';
import { openDesk, ORIGIN, HOST } from './browse.js';
import { someAlert } from './some-alert.js';

/** Until something is told, and that much longer. */
async function readFor(response: Response, ms: number): Promise<string> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let until = Infinity;
  for (;;) {
    const left = until - performance.now();
    if (left <= 0) break;
    const late = left === Infinity ? [] : [wait(left).then(() => undefined)];
    const next = await Promise.race([reader.read(), ...late]);
    if (!(next?.value instanceof Uint8Array)) break;
    text += decoder.decode(next.value);
    if (until === Infinity && text.includes('event: change')) until = performance.now() + ms;
  }
  await reader.cancel();
  return text;
}

describe('live updates', () => {
  it('tell an open page of a change, once for a whole burst', async () => {
    const { world, desk, browser } = await openDesk();
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await desk.fetch(new Request(`${ORIGIN}/live`, { headers: { host: HOST, cookie } }));
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    for (let number = 1; number <= 500; number += 1) world.post('support', someAlert(number));
    const heard = await readFor(response, 500);
    expect(heard.match(/^event: change$/gmu)).toHaveLength(1);
    desk.close();
  });

  it('tell that a message is to be shown, since the desk’s own posts are what changes', async () => {
    const { world, desk, browser } = await openDesk();
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await desk.fetch(new Request(`${ORIGIN}/live`, { headers: { host: HOST, cookie } }));
    const call = {
      messageId: 'm1',
      channel: 'support',
      direct: false,
      content: { kind: 'line', line: [] },
    } as const;
    expect(await desk.platform.send(call)).toEqual({ outcome: 'posted', reference: 'm1' });
    expect(await desk.platform.send({ ...call, messageId: 'm2', edit: 'm1' })).toEqual({
      outcome: 'posted',
      reference: 'm1',
    });
    expect(await desk.platform.find(call, [{ messageId: 'm1', since: world.at }])).toEqual({
      found: [{ outcome: 'found', reference: 'm1' }],
      calls: 0,
    });
    expect(await readFor(response, 0)).toContain('event: change');
    desk.close();
  });

  it('are open to sixty pages and to no more, and a page that leaves makes room', async () => {
    const live = createLive({ log: quietLog });
    const pages = Array.from({ length: 60 }, () => live.open());
    expect(pages.every((page) => page !== undefined)).toBe(true);
    expect(live.open()).toBeUndefined();
    await pages[0]!.body!.cancel();
    expect(live.open()).toBeDefined();
    live.close();
    expect(live.listeners()).toBe(0);
  });

  it('let go of a page that reads nothing', () => {
    vi.useFakeTimers();
    const live = createLive({ log: quietLog });
    live.open();
    for (let round = 0; round < 10; round += 1) {
      live.publish();
      vi.advanceTimersByTime(1_000);
    }
    expect(live.listeners()).toBe(1);
    for (let round = 0; round < 10; round += 1) {
      live.publish();
      vi.advanceTimersByTime(1_000);
    }
    expect(live.listeners()).toBe(0);
    live.close();
    vi.useRealTimers();
  });
});
