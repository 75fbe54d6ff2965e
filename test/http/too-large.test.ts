import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { head, openDoor, post, statusOf } from './door.js';

const MIB = 1024 * 1024;
const BODY = Buffer.alloc(3 * MIB, 0x20);
const SENDERS = 50;
/** So much is on its way before our answer can be; the rest comes after it, as over any real distance. */
const AT_ONCE = 2 * MIB;
const REST_AFTER_MS = 20;

describe('a body of 3 MiB', () => {
  it.each(['close', 'keep-alive'])('is answered 413, and every sender reads that: HTTP, %s', async (how) => {
    const { port } = await openDoor();
    const statuses = await many(() => postOverHttp(port, how));
    expect(counted(statuses)).toEqual({ 413: SENDERS });
  });

  it.each([
    ['of a given length', { 'content-length': BODY.length }, BODY],
    ['in chunks', { 'transfer-encoding': 'chunked' }, chunked(BODY)],
  ])('is answered 413, and every sender reads that: bare sockets, %s', async (_, headers, bytes) => {
    const { port } = await openDoor();
    const statuses = await many(() => sendThenRead(port, Buffer.concat([bytesOf(headers), bytes])));
    expect(counted(statuses)).toEqual({ 413: SENDERS });
  });

  it('is answered so at a path that is none, too', async () => {
    const { port } = await openDoor();
    const headHere = head({ 'content-length': BODY.length, connection: 'close' }, 'POST /nowhere HTTP/1.1');
    const statuses = await many(() => sendThenRead(port, Buffer.concat([Buffer.from(headHere), BODY])));
    expect(counted(statuses)).toEqual({ 404: SENDERS });
  });
});

describe('a sender who goes on and on', () => {
  it('is cut off after so many bytes', async () => {
    const { port } = await openDoor({ rest: { bytes: MIB, ms: 60_000 } });
    const { heard, sentBytes } = await goOn(port, 64 * 1024);
    expect(statusOf(heard)).toBe(413);
    expect(sentBytes).toBeGreaterThan(MIB);
    expect(sentBytes).toBeLessThan(30 * MIB);
    expect((await post(port)).status).toBe(202);
  });

  it('is cut off after so long', async () => {
    const { port } = await openDoor({ rest: { bytes: 1024 * MIB, ms: 200 } });
    const startedMs = performance.now();
    const { heard } = await goOn(port, 16, 2 * MIB);
    expect(statusOf(heard)).toBe(413);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});

function bytesOf(headers: Readonly<Record<string, string | number>>): Buffer {
  return Buffer.from(head({ ...headers, connection: 'close' }));
}

function chunked(bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${bytes.length.toString(16)}\r\n`),
    bytes,
    Buffer.from('\r\n0\r\n\r\n'),
  ]);
}

/** The status that each of the senders read, or why it read none. */
type Read = number | string;

/** One after the other, so that our answer is not late because of the others. */
async function many(send: () => Promise<Read>): Promise<readonly Read[]> {
  const statuses: Read[] = [];
  for (let sender = 0; sender < SENDERS; sender += 1) statuses.push(await send());
  return statuses;
}

function counted(statuses: readonly Read[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...new Set(statuses)].map((each) => [each, statuses.filter((one) => one === each).length]),
  );
}

function postOverHttp(port: number, connection: string): Promise<Read> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': BODY.length, connection };
    const sent = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/hooks/surveys',
      headers,
      agent: false,
    });
    sent.on('response', (response) => {
      response.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.on('socket', (socket) => {
      socket.on('connect', () => {
        socket.pause();
        sent.write(BODY.subarray(0, AT_ONCE));
        setTimeout(() => sent.end(BODY.subarray(AT_ONCE), () => socket.resume()), REST_AFTER_MS);
      });
    });
  });
}

/** As plain senders do it: everything is sent before anything is read. */
function sendThenRead(port: number, bytes: Buffer): Promise<Read> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.pause();
      socket.write(bytes.subarray(0, AT_ONCE));
      setTimeout(() => socket.write(bytes.subarray(AT_ONCE), () => socket.resume()), REST_AFTER_MS);
    });
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    socket.on('close', () => resolve(statusOf(heard)));
  });
}

/** Sends `atOnce` bytes, then `piece` bytes again and again, until the other side hangs up. */
function goOn(port: number, piece: number, atOnce = piece): Promise<{ heard: string; sentBytes: number }> {
  return new Promise((resolve) => {
    let heard = '';
    let timer: NodeJS.Timeout | undefined;
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(head({ 'content-length': 1024 * MIB }));
      socket.write(Buffer.alloc(atOnce, 0x20));
      timer = setInterval(() => {
        if (socket.writable && !socket.writableNeedDrain) socket.write(Buffer.alloc(piece, 0x20));
      }, 1);
    });
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ heard, sentBytes: socket.bytesWritten });
    });
  });
}
