import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { BODY, head, jsonOf, openDoor, post, speak, statusOf } from './door.js';

describe('senders who take their time or send no HTTP', () => {
  const times = { headersMs: 200, requestMs: 400, checkMs: 50 };

  it('a body that dribbles is 408 when its time is up', async () => {
    const { port, deliveries } = await openDoor({ times });
    const startedMs = performance.now();
    const heard = await dribble(port, head({ 'content-length': BODY.length }), BODY);
    expect(statusOf(heard)).toBe(408);
    expect(performance.now() - startedMs).toBeLessThan(2_500);
    expect(deliveries).toEqual([]);
  });

  it('headers that dribble are 408', async () => {
    const { port } = await openDoor({ times });
    expect(statusOf(await dribble(port, 'POST /hooks/surveys HTTP/1.1\r\n', 'host: x\r\n'.repeat(10)))).toBe(
      408,
    );
  });

  it('a sender who hangs up in the middle harms nobody', async () => {
    const { port, deliveries, logged } = await openDoor();
    await speak(port, head({ 'content-length': 500 }) + BODY, 50);
    expect((await post(port)).status).toBe(202);
    expect([deliveries.length, logged]).toEqual([1, []]);
  });

  it.each([
    ['no HTTP', 400, 'HELO example.com\r\n\r\n'],
    ['TLS', 400, Buffer.from('16030100ee010000ea0303', 'hex')],
    ['headers of 20 KB', 431, head({ 'x-large': 'x'.repeat(20_000) })],
    ['two lengths', 400, `${head({ 'content-length': 5 }).slice(0, -2)}content-length: 6\r\n\r\nabcde`],
    ['length and chunks', 400, head({ 'content-length': 5, 'transfer-encoding': 'chunked' })],
    ['a broken chunk', 400, `${head({ 'transfer-encoding': 'chunked' })}zz\r\n`],
    ['a NUL in a header', 400, head({ 'x-a': 'a\u0000b' })],
  ])('%s is answered %i and closed', async (_, status, bytes) => {
    const { port } = await openDoor();
    const heard = await speak(port, bytes);
    expect(statusOf(heard)).toBe(status);
    expect(jsonOf(heard)).toHaveProperty('error.message');
    expect((await post(port)).status).toBe(202);
  });

  it('a request without a host is 400', async () => {
    const { port } = await openDoor();
    expect(statusOf(await speak(port, 'GET /healthz HTTP/1.1\r\n\r\n'))).toBe(400);
  });

  it('ten megabytes in chunks are 413 while they still come, and not kept', async () => {
    const { port } = await openDoor();
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const heard = await speak(
      port,
      `${head({ 'transfer-encoding': 'chunked', connection: 'close' })}${chunk.repeat(160)}0\r\n\r\n`,
    );
    expect(statusOf(heard)).toBe(413);
  });

  it('a body announced as too large is not asked for', async () => {
    const { port } = await openDoor();
    const waiting = { expect: '100-continue', connection: 'close' };
    expect(statusOf(await speak(port, head({ ...waiting, 'content-length': 2_000_000 }), 500))).toBe(413);
    expect(await speak(port, head({ ...waiting, 'content-length': BODY.length }) + BODY)).toMatch(
      /^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 202/u,
    );
  });

  it('headers sent twice get past nothing', async () => {
    const { port } = await openDoor();
    const once = head({ 'content-length': BODY.length, connection: 'close' }).slice(0, -2);
    const twice = (header: string) => speak(port, `${once}${header}\r\n\r\n${BODY}`);
    expect(statusOf(await twice('x-other: 1'))).toBe(202);
    expect(statusOf(await twice('webhook-id: msg_2'))).toBe(401);
    expect(statusOf(await twice('content-type: text/plain'))).toBe(415);
  });
});

/** Sends `first`, then `rest` a byte at a time until the other side hangs up. */
function dribble(port: number, first: string, rest: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(first));
    let heard = '';
    let sent = 0;
    const timer = setInterval(() => socket.write(rest[sent++] ?? 'x'), 60);
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve(heard);
    });
  });
}
