/** A receiver on a real port: checks every signature with the product's own verifier, reads with its own source, and can be told to be away. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStandardWebhooksCheck } from '../../src/inbound/standard-webhooks.js';
import { standard } from '../../src/sources/standard.js';

export const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

export interface Call {
  readonly method: string;
  readonly id: string;
  readonly timestamp: number;
  readonly verified: boolean;
  readonly contentType: string;
  readonly body: string;
}

export interface LocalReceiver {
  readonly address: string;
  readonly port: number;
  readonly calls: readonly Call[];
  readonly close: () => Promise<void>;
}

export interface LocalReceiverOptions {
  readonly clock?: () => Date;
  readonly port?: number;
  /** What to answer to the call of this number, from 0, instead of reading it; `reset`: the connection is cut. */
  readonly instead?: (call: number) => Answer | 'reset' | undefined;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export async function startLocalReceiver({
  clock = () => new Date(),
  port = 0,
  instead = () => undefined,
}: LocalReceiverOptions = {}): Promise<LocalReceiver> {
  const verify = createStandardWebhooksCheck([SECRET]);
  const source = standard.create({ name: 'voice', secrets: [SECRET], settings: {} });
  const calls: Call[] = [];
  const ids = new Set<string>();
  const entries = new Set<string>();

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const headers = incoming.headers as Readonly<Record<string, string>>;
      const request = { method: incoming.method ?? '', target: incoming.url ?? '', headers, body };
      const verified = verify(request, clock()).verified;
      const planned = instead(calls.length);
      calls.push({
        method: request.method,
        id: headers['webhook-id'] ?? '',
        timestamp: Number(headers['webhook-timestamp']),
        verified,
        contentType: headers['content-type'] ?? '',
        body: body.toString('utf8'),
      });
      if (planned === 'reset') {
        incoming.socket.destroy();
        return;
      }
      const answer = planned ?? (verified ? take(request) : { status: 401, body: {} });
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body));
    });
  });

  function take(request: Parameters<typeof source.read>[0]): Answer {
    const reading = source.read(request, clock());
    if ('faults' in reading) return { status: 400, body: { error: { faults: reading.faults } } };
    const repeated = ids.has(reading.deliveryId);
    ids.add(reading.deliveryId);
    const receipts = reading.elements.map((element) => {
      if (element.kind === 'refused') return { outcome: 'refused', faults: element.faults };
      const entry = element.kind === 'signal' ? (element.signal.externalId ?? reading.deliveryId) : '';
      const outcome = repeated || entries.has(entry) ? 'duplicate' : 'accepted';
      entries.add(entry);
      return { id: entry, outcome };
    });
    return { status: 202, body: reading.list ? receipts : receipts[0] };
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.address() as AddressInfo).port;
  return {
    address: `http://127.0.0.1:${bound}/hooks/voice`,
    port: bound,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
