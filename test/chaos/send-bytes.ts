/** Sends a request byte by byte as a test wants it: no HTTP client would send what strangers do. */
import { connect } from 'node:net';

const HEAD_BYTES = 64;

export interface RawRequest {
  readonly method: string;
  readonly target: string;
  /** In this order, the same name as often as it stands here. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  /** So many bytes of the body less are sent than announced; then the sender is gone. */
  readonly missing?: number;
}

/** The status of the answer; 0 where the other side closed without one. */
export async function sendBytes(address: string, request: RawRequest, limitMs = 30_000): Promise<number> {
  const { hostname, port } = new URL(address);
  const { method, target, headers, body, missing = 0 } = request;
  const head = [
    `${method} ${target} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(headers.some(([name]) => name === 'content-length' || name === 'transfer-encoding')
      ? []
      : [`content-length: ${body.length}`]),
  ];
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const timer = setTimeout(() => socket.destroy(), limitMs);
    // What is sent while the other side has said no already is nobody's concern.
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      if (answer.length < HEAD_BYTES) answer += bytes.toString('latin1');
      if (statusIn(answer) > 0) socket.destroy();
    });
    socket.on('end', () => socket.end());
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(statusIn(answer));
    });
    socket.write(`${head.join('\r\n')}\r\n\r\n`, 'latin1');
    socket.write(body.subarray(0, body.length - missing));
    if (missing > 0) socket.end();
  });
}

/** The status of the answer behind a possible "100 Continue"; 0 while there is none. */
function statusIn(answer: string): number {
  const final = answer.replace(/^HTTP\/1\.1 100[^\r]*\r\n\r\n/u, '');
  return Number(/^HTTP\/1\.1 (\d{3})/u.exec(final)?.[1] ?? 0);
}
