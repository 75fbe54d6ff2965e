import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RawRequest } from '../../../src/inbound/raw-request.js';
import { readRequest } from '../../../src/inbound/read-request.js';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Served {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly close: () => void;
}

/** Has a platform's door answer whatever is asked of a server on loopback. */
export async function servePlatform(handle: (request: RawRequest) => Promise<Answer>): Promise<Served> {
  const server = createServer({ joinDuplicateHeaders: true }, (incoming, outgoing) => {
    void readRequest(incoming).then(async (read) => {
      if (read.outcome !== 'read') return outgoing.destroy();
      const answer = await handle(read.request);
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
      return outgoing;
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
