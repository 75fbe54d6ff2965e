import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { tryPorts } from '../../src/http/try-ports.js';
import { freePort } from '../database/postgres-cluster.js';
import { openDoor, post } from './door.js';

it('a port that is taken is named, whichever of them it is', async () => {
  const { port } = await openDoor();
  const free = { host: '127.0.0.1', port: await freePort() };
  const taken = { host: '127.0.0.1', port };
  for (const both of [
    [taken, free],
    [free, taken],
  ])
    await expect(tryPorts(both)).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  expect((await post(port)).status).toBe(202);
});

it('ports that are free stay free', async () => {
  const free = { host: '127.0.0.1', port: await freePort() };
  await tryPorts([free, { host: '127.0.0.1', port: 0 }]);
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(free, resolve);
  });
});
