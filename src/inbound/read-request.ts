import type { IncomingMessage } from 'node:http';
import type { RawRequest } from './raw-request.js';

/** A webhook of more than this is none: the largest batches of the senders we know stay under 200 kB. */
const MOST_BODY_BYTES = 1024 * 1024;

export type ReadRequest =
  | { readonly outcome: 'read'; readonly request: RawRequest }
  | { readonly outcome: 'too large' }
  /** The sender went away, or its time was up and it has been told. */
  | { readonly outcome: 'cut off' };

/** Reads the body as bytes, keeping at most `MOST_BODY_BYTES`; what comes beyond is discarded as it arrives. */
export async function readRequest(incoming: IncomingMessage): Promise<ReadRequest> {
  if (announcesTooMuch(incoming)) return { outcome: 'too large' };
  const body = await readBody(incoming);
  if (typeof body === 'string') return { outcome: body };
  return {
    outcome: 'read',
    request: {
      method: incoming.method ?? '',
      target: incoming.url ?? '',
      headers: requestHeaders(incoming),
      body,
    },
  };
}

export function announcesTooMuch(incoming: IncomingMessage): boolean {
  return Number(incoming.headers['content-length'] ?? 0) > MOST_BODY_BYTES;
}

/** Names are lower case and repeated headers joined already: the listener is created with `joinDuplicateHeaders`. */
function requestHeaders({ headers }: IncomingMessage): RawRequest['headers'] {
  const { 'set-cookie': odd, ...named } = headers;
  return odd === undefined ? (headers as RawRequest['headers']) : (named as RawRequest['headers']);
}

function readBody(incoming: IncomingMessage): Promise<Buffer | 'too large' | 'cut off'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MOST_BODY_BYTES) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve('too large');
      }
    });
    incoming.on('end', () => {
      const [first] = chunks;
      resolve(chunks.length === 1 && first ? first : Buffer.concat(chunks));
    });
    incoming.on('close', () => resolve('cut off'));
  });
}
