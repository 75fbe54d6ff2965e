import { Duplex } from 'node:stream';

/** The far end of a ConnectionStream. */
interface StreamPeer {
  readonly connected: () => void;
  /** `taken` is to be called once more bytes are welcome. */
  readonly received: (bytes: Buffer, taken: () => void) => void;
  /** The client has read what it was sent and can take more. */
  readonly wanted: () => void;
  readonly closed: () => void;
}

/** What pg's Connection asks of a socket, without a socket (see `stream` in https://node-postgres.com/apis/client). */
export class ConnectionStream extends Duplex {
  readonly #peer: StreamPeer;
  #ended = false;

  constructor(peer: StreamPeer) {
    super({ allowHalfOpen: false });
    this.#peer = peer;
  }

  connect(): this {
    process.nextTick(() => {
      if (this.destroyed) return;
      this.emit('connect');
      this.#peer.connected();
    });
    return this;
  }

  /** False while the client is behind with reading. */
  send(bytes: Uint8Array): boolean {
    return (
      this.#ended ||
      this.destroyed ||
      this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    );
  }

  /** No more comes after what was sent; the stream closes once it is read. */
  endSending(): void {
    if (this.#ended || this.destroyed) return;
    this.#ended = true;
    this.push(null);
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    this.#peer.wanted();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, taken: () => void): void {
    this.#peer.received(chunk, taken);
  }

  override _writev(chunks: readonly { readonly chunk: Buffer }[], taken: () => void): void {
    this.#peer.received(Buffer.concat(chunks.map(({ chunk }) => chunk)), taken);
  }

  override _final(done: () => void): void {
    this.endSending();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#peer.closed();
    done(error);
  }
}
