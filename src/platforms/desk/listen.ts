/** The desk's own listener: loopback only, until there is sign-in. */
import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';

const LOOPBACK = /^(?:localhost|::1|127(?:\.\d{1,3}){3})$/u;
const REQUEST_LIMIT_MS = 30_000;
/** How long pages may finish when the desk closes. */
const CLOSE_GRACE_MS = 2_000;

export interface Listening {
  /** http://127.0.0.1:3001 */
  readonly address: string;
  close(): Promise<void>;
}

/** Throws where `host` is not this machine alone, or the port is taken. */
export async function listen({
  fetch,
  host,
  port,
}: {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly host: string;
  readonly port: number;
}): Promise<Listening> {
  if (!LOOPBACK.test(host))
    throw new Error(
      `the desk listens on this machine only, not on ${host}: it has no sign-in yet. Use 127.0.0.1, and an SSH tunnel from elsewhere`,
    );
  const server = createAdaptorServer({
    fetch,
    serverOptions: { requestTimeout: REQUEST_LIMIT_MS, headersTimeout: REQUEST_LIMIT_MS },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = server.address() as AddressInfo;
  const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return {
    address: `http://${name}:${bound.port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeIdleConnections' in server) {
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS).unref();
      }
      await closed;
    },
  };
}
