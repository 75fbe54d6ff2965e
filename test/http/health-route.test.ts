import { expect, it } from 'vitest';
import { openDoor, post } from './door.js';

it('the process is alive whatever the database does', async () => {
  const { port } = await openDoor({
    health: { database: () => Promise.reject(new Error('away')), platforms: () => [] },
  });
  expect((await post(port, { path: '/healthz', method: 'GET' })).status).toBe(200);
  expect((await post(port, { path: '/healthz', method: 'HEAD' })).status).toBe(200);
  expect((await post(port, { path: '/healthz' })).status).toBe(405);
});

it('it is ready while the database accepts, and reports platforms in trouble without minding', async () => {
  const parked = { name: 'slack', state: 'parked', reason: 'the token was revoked' };
  const { port } = await openDoor({
    health: { database: () => Promise.resolve(true), platforms: () => [parked] },
  });
  const { status, body } = await post(port, { path: '/readyz', method: 'GET' });
  expect([status, body]).toEqual([200, { database: 'accepting', platforms: [parked] }]);
});

it.each([
  ['says no', () => Promise.resolve(false)],
  ['fails', () => Promise.reject(new Error('away'))],
  ['never answers', () => new Promise<boolean>(() => undefined)],
])('it is not ready where the database %s', async (_, database) => {
  const { port } = await openDoor({ health: { database, platforms: () => [] } });
  const { status, body } = await post(port, { path: '/readyz', method: 'GET' });
  expect([status, body]).toEqual([503, { database: 'away', platforms: [] }]);
});

it('it asks the database once for many who ask at the same time', async () => {
  let asked = 0;
  const database = async () => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return true;
  };
  const { port } = await openDoor({ health: { database, platforms: () => [] } });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post(port, { path: '/readyz', method: 'GET' })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(asked).toBeLessThan(20);
  expect((await post(port, { path: '/readyz', method: 'GET' })).status).toBe(200);
});
