/** Opening the embedded database takes seconds; that a port is taken is better said before. */
import { createServer } from 'node:net';

interface Address {
  readonly host: string;
  readonly port: number;
}

/** Takes each of the ports for a moment. Rejects as listening there would: EADDRINUSE with the port, and the like. */
export async function tryPorts(addresses: readonly Address[]): Promise<void> {
  // 0 is whichever is free.
  for (const address of addresses) if (address.port !== 0) await tryPort(address);
}

function tryPort({ host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => caller.destroy());
    server.once('error', reject);
    server.listen({ host, port }, () => server.close(() => resolve()));
  });
}
