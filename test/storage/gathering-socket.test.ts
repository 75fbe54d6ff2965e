import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GatheringSocket } from '../../src/storage/gathering-socket.js';

describe('a gathering socket', () => {
  let server: Server;
  let heard: string;

  beforeEach(async () => {
    heard = '';
    server = createServer((socket) =>
      socket.setEncoding('utf8').on('data', (text: string) => (heard += text)),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => server.close());

  it('holds what is written in one turn, also once it is connected, and sends it when the turn ends', async () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const socket = new GatheringSocket();
    socket.connect(port, '127.0.0.1');
    await once(socket, 'connect');

    const states: (readonly [number, number])[] = [];
    for (const statement of ['bind', 'execute']) {
      socket.cork();
      socket.write(`${statement};`);
      socket.uncork();
      states.push([socket.writableCorked, socket.writableLength]);
    }
    expect(states).toEqual([
      [1, 5],
      [1, 13],
    ]);

    await new Promise(setImmediate);
    expect(socket.writableCorked).toBe(0);
    socket.end();
    await once(socket, 'close');
    expect(heard).toBe('bind;execute;');
  });
});
