/** A public listener on a real socket with one standard source, and callers for it. */
import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Delivery, Element, Receipt } from '../../src/domain/delivery.js';
import type { ConfiguredSource } from '../../src/http/configured-source.js';
import {
  createPublicListener,
  type PublicListener,
  type PublicListenerOptions,
} from '../../src/http/public-listener.js';
import { standard } from '../../src/sources/standard.js';

export const NOW = new Date('2026-11-20T10:45:00Z');
const KEY = Buffer.alloc(32, 7);
export const SECRET = `whsec_${KEY.toString('base64')}`;

interface Door {
  readonly port: number;
  readonly listener: PublicListener;
  readonly deliveries: readonly Delivery[];
  readonly logged: readonly string[];
}

type DoorOptions = Partial<PublicListenerOptions> & {
  readonly limits?: ConfiguredSource['limits'];
  readonly port?: number;
};

/** Opens the door and closes it when the test has finished. */
export async function openDoor({
  limits = 'off',
  port: wanted = 0,
  ...options
}: DoorOptions = {}): Promise<Door> {
  const deliveries: Delivery[] = [];
  const logged: string[] = [];
  const say = (fields: Record<string, unknown>, message: string) =>
    void logged.push(`${message} ${JSON.stringify(fields)}`);
  const source = standard.create({ name: 'surveys', secrets: [SECRET], settings: {} });
  const listener = createPublicListener({
    sources: new Map([['surveys', { name: 'surveys', source, limits, retentionDays: 30 }]]),
    accept: (delivery) => {
      deliveries.push(delivery);
      return Promise.resolve(delivery.elements.map(receiptOf));
    },
    platforms: [],
    clock: () => NOW,
    log: { debug: say, info: say, warn: say, error: say },
    health: { database: () => Promise.resolve(true), platforms: () => [] },
    ...options,
  });
  const { port } = await listener.listen({ host: '127.0.0.1', port: wanted });
  onTestFinished(() => listener.close(0));
  return { port, listener, deliveries, logged };
}

function receiptOf(element: Element, index: number): Receipt {
  switch (element.kind) {
    case 'signal':
      return { id: `r-${index}`, outcome: 'accepted' };
    case 'ignored':
      return { id: `r-${index}`, outcome: 'ignored', reason: element.reason };
    case 'refused':
      return { outcome: 'refused', faults: element.faults };
  }
}

export function signatureOf(body: Buffer | string, id = 'msg_1', at = NOW): Readonly<Record<string, string>> {
  const timestamp = String(at.getTime() / 1000);
  const signed = createHmac('sha256', KEY).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signed}` };
}

interface Call {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends a well-signed webhook, but for what `call` says otherwise. */
export async function post(
  port: number,
  { path = '/hooks/surveys', method = 'POST', headers = {}, body }: Call = {},
): Promise<Answered> {
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body ?? { kind: 'report', text: 'Help' }));
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...signatureOf(bytes), ...headers },
    ...(hasBody && { body: new Uint8Array(bytes) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** Everything the door says to these bytes until it hangs up, or for `waitMs`. */
export function speak(port: number, bytes: string | Buffer, waitMs = 3_000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let heard = '';
    const timer = setTimeout(() => socket.destroy(), waitMs);
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(heard);
    });
  });
}

export const BODY = '{"kind":"report","text":"Help"}';

/** The head of a well-signed call that carries `BODY`, as bytes on the wire. */
export function head(
  extra: Readonly<Record<string, string | number>> = {},
  requestLine = 'POST /hooks/surveys HTTP/1.1',
): string {
  const headers = { host: 'x', 'content-type': 'application/json', ...signatureOf(BODY), ...extra };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${requestLine}\r\n${lines.join('')}\r\n`;
}

export function statusOf(heard: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/u.exec(heard)?.[1]);
}

export function jsonOf(heard: string): unknown {
  return JSON.parse(heard.slice(heard.indexOf('\r\n\r\n')));
}
