/** A way to a server on which, from some moment on, nothing arrives any more and nobody is told: a network that swallows everything. */
import net from 'node:net';
import { leaveOpen } from '../left-open.js';

export interface SilentWay {
  /** The address by which the database is reached over this way. */
  readonly url: string;
  readonly fallSilent: () => void;
}

export async function silentWayTo(url: string): Promise<SilentWay> {
  const { hostname, port } = new URL(url);
  const ends: net.Socket[] = [];
  let silent = false;
  const pass = (from: net.Socket, to: net.Socket): void => {
    ends.push(from);
    from.on('data', (bytes) => {
      if (!silent) to.write(bytes);
    });
    from.on('close', () => {
      if (!silent) to.destroy();
    });
    from.on('error', () => undefined);
  };
  const server = net.createServer((client) => {
    const database = net.connect(Number(port), hostname);
    pass(client, database);
    pass(database, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  leaveOpen(() => {
    for (const end of ends) end.destroy();
    server.close();
    return Promise.resolve();
  });
  const over = new URL(url);
  over.hostname = '127.0.0.1';
  over.port = String((server.address() as net.AddressInfo).port);
  return { url: over.href, fallSilent: () => void (silent = true) };
}
