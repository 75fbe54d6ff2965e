import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's half of RFC 6455, as much of it as Socket Mode needs: no extension, text both ways. */
export interface WebSocketConnection {
  readonly send: (text: string) => void;
  readonly ping: () => void;
  /** The closing handshake. */
  readonly close: (code: number) => void;
  /** Cuts the connection without a word. */
  readonly drop: () => void;
}

// https://datatracker.ietf.org/doc/html/rfc6455#section-1.3
const HANDSHAKE_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
// https://datatracker.ietf.org/doc/html/rfc6455#section-11.8
const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
const LONGEST_MESSAGE_BYTES = 1_048_576;

export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  on: { readonly text: (text: string) => void; readonly closed: () => void },
): WebSocketConnection {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1')
    .update(key + HANDSHAKE_GUID)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let pending = head;
  let parts: Buffer[] = [];
  let closing = false;
  let isClosed = false;

  const write = (opcode: number, payload: Buffer): void => {
    if (socket.writable) socket.write(Buffer.concat([header(opcode, payload.length), payload]));
  };
  const close = (code: number): void => {
    if (closing) return;
    closing = true;
    const payload = Buffer.alloc(2);
    payload.writeUInt16BE(code);
    write(OPCODE.close, payload);
  };
  const closed = (): void => {
    if (isClosed) return;
    isClosed = true;
    on.closed();
  };
  const receive = (frame: Frame): void => {
    switch (frame.opcode) {
      case OPCODE.ping:
        write(OPCODE.pong, frame.payload);
        return;
      case OPCODE.pong:
        return;
      case OPCODE.close:
        close(1000);
        closed();
        socket.end();
        return;
      default:
        parts.push(frame.payload);
        if (!frame.last) return;
        on.text(Buffer.concat(parts).toString('utf8'));
        parts = [];
    }
  };
  const read = (chunk: Buffer): void => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      const frame = readFrame(pending);
      if (frame === 'incomplete') return;
      if (frame === 'unreadable') {
        socket.destroy();
        return;
      }
      pending = pending.subarray(frame.bytes);
      receive(frame);
    }
  };

  socket.on('data', read);
  socket.on('error', () => socket.destroy());
  socket.once('close', closed);
  return {
    send: (text) => write(OPCODE.text, Buffer.from(text)),
    ping: () => write(OPCODE.ping, Buffer.from('ping')),
    close,
    drop: () => void socket.destroy(),
  };
}

interface Frame {
  readonly opcode: number;
  readonly last: boolean;
  readonly payload: Buffer;
  /** Of the whole frame. */
  readonly bytes: number;
}

/** https://datatracker.ietf.org/doc/html/rfc6455#section-5.2; what a client sends is always masked. */
function readFrame(buffer: Buffer): Frame | 'incomplete' | 'unreadable' {
  if (buffer.length < 2) return 'incomplete';
  const first = buffer.readUInt8(0);
  const second = buffer.readUInt8(1);
  if ((second & 0x80) === 0) return 'unreadable';
  const short = second & 0x7f;
  const lengthBytes = short === 127 ? 8 : short === 126 ? 2 : 0;
  const maskAt = 2 + lengthBytes;
  if (buffer.length < maskAt + 4) return 'incomplete';
  const length =
    lengthBytes === 8
      ? Number(buffer.readBigUInt64BE(2))
      : lengthBytes === 2
        ? buffer.readUInt16BE(2)
        : short;
  if (length > LONGEST_MESSAGE_BYTES) return 'unreadable';
  const start = maskAt + 4;
  if (buffer.length < start + length) return 'incomplete';
  const payload = Buffer.from(buffer.subarray(start, start + length));
  for (let index = 0; index < length; index += 1) {
    payload.writeUInt8(payload.readUInt8(index) ^ buffer.readUInt8(maskAt + (index % 4)), index);
  }
  return { opcode: first & 0x0f, last: (first & 0x80) !== 0, payload, bytes: start + length };
}

function header(opcode: number, length: number): Buffer {
  if (length < 126) return Buffer.from([0x80 | opcode, length]);
  if (length < 65_536) {
    const bytes = Buffer.from([0x80 | opcode, 126, 0, 0]);
    bytes.writeUInt16BE(length, 2);
    return bytes;
  }
  const bytes = Buffer.alloc(10);
  bytes.writeUInt8(0x80 | opcode, 0);
  bytes.writeUInt8(127, 1);
  bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}
