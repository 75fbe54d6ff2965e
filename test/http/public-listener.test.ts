import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { BODY, head, jsonOf, openDoor, post, speak, statusOf } from './door.js';

describe('paths', () => {
  it.each([
    ['/', 404],
    ['//', 404],
    ['/hooks', 404],
    ['/hooks/%zz', 400],
    ['/%', 400],
    ['/hooks/surveys%2f..%2f', 404],
    ['/%68ooks/surveys?x=%zz', 202],
    ['/hooks/surveys?a=b', 202],
    ['http://elsewhere/hooks/surveys', 404],
    ['/../../etc/passwd', 404],
    [`/${'a'.repeat(8_000)}`, 404],
    ['*', 404],
  ])('%s is %i', async (path, status) => {
    const { port } = await openDoor();
    const heard = await speak(
      port,
      head({ 'content-length': BODY.length, connection: 'close' }, `POST ${path} HTTP/1.1`) + BODY,
    );
    expect(statusOf(heard)).toBe(status);
    expect(jsonOf(heard)).toHaveProperty(status === 202 ? 'id' : 'error.message');
  });

  it('a chat platform has its own, behind the same guard', async () => {
    const requests: string[] = [];
    const { port } = await openDoor({
      platforms: [
        {
          name: 'slack',
          path: '/slack/events',
          handle: ({ target, body }) => {
            requests.push(`${target} ${body.toString()}`);
            return Promise.resolve({ status: 200, headers: { 'content-type': 'text/plain' }, body: '"ok"' });
          },
        },
      ],
    });
    const answer = await post(port, { path: '/slack/events', body: 'payload=1' });
    expect([answer.status, answer.headers.get('content-type'), answer.body]).toEqual([
      200,
      'text/plain',
      'ok',
    ]);
    expect((await post(port, { path: '/slack/events', method: 'GET' })).status).toBe(405);
    expect((await post(port, { path: '/slack/events', body: Buffer.alloc(1_048_577) })).status).toBe(413);
    expect(requests).toEqual(['/slack/events payload=1']);
    const without = await openDoor();
    expect((await post(without.port, { path: '/slack/events' })).status).toBe(404);
  });

  it('a handler of a platform that fails is 500 and logged', async () => {
    const { port, logged } = await openDoor({
      platforms: [
        { name: 'slack', path: '/slack/events', handle: () => Promise.reject(new Error('broken')) },
      ],
    });
    expect((await post(port, { path: '/slack/events' })).status).toBe(500);
    expect(logged).toHaveLength(1);
  });
});

describe('closing', () => {
  it('answers what was begun, then lets go; nobody new comes in', async () => {
    let commit: (() => void) | undefined;
    const { port, listener } = await openDoor({
      accept: () => new Promise((resolve) => (commit = () => resolve([{ id: 'r', outcome: 'accepted' }]))),
    });
    const begun = post(port);
    await expect.poll(() => commit !== undefined).toBe(true);
    const closed = listener.close(5_000);
    await expect(post(port)).rejects.toThrow();
    commit?.();
    const answer = await begun;
    expect([answer.status, answer.headers.get('connection')]).toEqual([202, 'close']);
    await closed;
  });

  it('cuts off who holds on for too long', async () => {
    const { port, listener } = await openDoor();
    const socket = connect(port, '127.0.0.1', () => socket.write('POST /hooks/surveys HTTP/1.1\r\n'));
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const startedMs = performance.now();
    await listener.close(100);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });

  it('says so where the address is taken', async () => {
    const { port } = await openDoor();
    await expect(openDoor({ port })).rejects.toThrow('EADDRINUSE');
  });
});

it('tells the metrics which door, which status and how long, and no name of a stranger', async () => {
  const answered: string[] = [];
  const { port } = await openDoor({
    metrics: {
      answered: (door, status, ms) => void answered.push(`${door} ${status} ${ms > 0 && ms < 5_000}`),
    },
  });
  await post(port);
  await post(port, { path: '/hooks/nobody' });
  await post(port, { path: '/healthz', method: 'GET' });
  expect(answered).toEqual(['surveys 202 true', 'none 404 true', 'health 200 true']);
});

it('one connection may carry many calls', async () => {
  const { port, deliveries } = await openDoor();
  const pipelined = head({ 'content-length': BODY.length }) + BODY;
  const last = head({ 'content-length': BODY.length, connection: 'close' }) + BODY;
  const heard = await speak(port, pipelined.repeat(9) + last);
  expect(heard.match(/HTTP\/1.1 202/gu)).toHaveLength(10);
  expect(deliveries).toHaveLength(10);
});
