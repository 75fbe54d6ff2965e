/** A connector on loopback that says what a test tells it to, for answers that the counterpart never gives; records what was asked. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

interface AskedOf {
  readonly method: string;
  /** Escaped, with the query. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Says =
  | 'reset'
  | 'hang'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown };

export interface SmallConnector {
  readonly serviceUrl: string;
  readonly asked: AskedOf[];
  /** What is said next, once each; afterwards what `usually` says. */
  readonly next: Says[];
  usually: (asked: AskedOf) => Says;
  /** How many connections were made. */
  readonly connections: () => number;
  /** Nobody listens any more. */
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startSmallConnector(): Promise<SmallConnector> {
  const asked: AskedOf[] = [];
  const next: Says[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let ids = 1_700_000_000_000;

  const likeTeams = ({ method, path, body }: AskedOf): Says => {
    if (method === 'GET') return { status: 200, body: { members: [] } };
    ids += 1;
    if (path !== '/emea/v3/conversations') return { status: 201, body: { id: String(ids) } };
    const { channel } = body['channelData'] as { readonly channel?: { readonly id: string } };
    if (!channel) return { status: 201, body: { id: 'a:1personal' } };
    return { status: 201, body: { id: `${channel.id};messageid=${ids}`, activityId: String(ids) } };
  };

  const server = createServer((request, response) => {
    void read(request).then((each) => {
      asked.push(each);
      const says = next.shift() ?? connector.usually(each);
      if (says === 'hang') return;
      if (says === 'reset') return void request.socket.resetAndDestroy();
      const text = typeof says.body === 'string' ? says.body : says.body && JSON.stringify(says.body);
      response.writeHead(says.status, says.headers).end(text);
    });
  });
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const goAway = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const connector: SmallConnector = {
    serviceUrl: `http://127.0.0.1:${port}/emea/`,
    asked,
    next,
    usually: likeTeams,
    connections: () => connections,
    goAway,
    comeBack: () => listen(port),
    close: goAway,
  };
  return connector;
}

async function read(request: IncomingMessage): Promise<AskedOf> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const { method = '', url = '', headers } = request;
  return {
    method,
    path: url,
    authorization: headers.authorization,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}
