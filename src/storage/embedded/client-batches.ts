/**
 * Cuts what a client sends into pieces that PGlite answers whole: simple queries, and extended messages up to Sync or Flush.
 * https://www.postgresql.org/docs/15/protocol-message-formats.html
 */

export type ClientBatch =
  | { readonly kind: 'startup' }
  | { readonly kind: 'encryption-request' }
  | { readonly kind: 'cancel-request' }
  | { readonly kind: 'terminate' }
  /** `settled`: the answer ends with ReadyForQuery, so that nothing is left open but a transaction block. */
  | { readonly kind: 'messages'; readonly bytes: Buffer; readonly settled: boolean };

export class ProtocolFault extends Error {
  override readonly name = 'ProtocolFault';
}

const SSL_REQUEST = 80_877_103;
const GSS_ENCRYPTION_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;
const STARTUP_HEADER_BYTES = 8;
const MESSAGE_HEADER_BYTES = 5;
const LENGTH_BYTES = 4;

const TERMINATE = 'X';
/** Query, Sync and FunctionCall are answered with ReadyForQuery; Flush, CopyDone and CopyFail are not. */
const ENDS_SETTLED = new Set(['Q', 'S', 'F']);
const ENDS_OPEN = new Set(['H', 'c', 'f']);

/** Takes bytes as they come and returns the batches that are complete. Throws ProtocolFault on what cannot be a client. */
export function createBatchCutter(): (chunk: Buffer) => readonly ClientBatch[] {
  let rest: Buffer = Buffer.alloc(0);
  /** How far `rest` is known to hold whole messages that do not end a batch. */
  let scanned = 0;
  let started = false;

  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const batches: ClientBatch[] = [];
    for (;;) {
      const batch = started ? cutMessages() : cutOpening();
      if (batch === undefined) return batches;
      batches.push(batch);
    }
  };

  function cutOpening(): ClientBatch | undefined {
    if (rest.length < STARTUP_HEADER_BYTES) return undefined;
    const length = rest.readInt32BE(0);
    if (length < STARTUP_HEADER_BYTES) throw new ProtocolFault(`a first packet of ${length} bytes`);
    if (rest.length < length) return undefined;
    const code = rest.readInt32BE(LENGTH_BYTES);
    rest = rest.subarray(length);
    if (code === SSL_REQUEST || code === GSS_ENCRYPTION_REQUEST) return { kind: 'encryption-request' };
    if (code === CANCEL_REQUEST) return { kind: 'cancel-request' };
    started = true;
    return { kind: 'startup' };
  }

  function cutMessages(): ClientBatch | undefined {
    while (rest.length - scanned >= MESSAGE_HEADER_BYTES) {
      const type = String.fromCharCode(rest.readUInt8(scanned));
      const length = rest.readInt32BE(scanned + 1);
      if (length < LENGTH_BYTES) throw new ProtocolFault(`a message of ${length} bytes`);
      if (rest.length - scanned < length + 1) return undefined;
      scanned += length + 1;
      if (type === TERMINATE) return { kind: 'terminate' };
      const settled = ENDS_SETTLED.has(type);
      if (settled || ENDS_OPEN.has(type)) return { kind: 'messages', bytes: cutScanned(), settled };
    }
    return undefined;
  }

  function cutScanned(): Buffer {
    const bytes = rest.subarray(0, scanned);
    rest = rest.subarray(scanned);
    scanned = 0;
    return bytes;
  }
}
