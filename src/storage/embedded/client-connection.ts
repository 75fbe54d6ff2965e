/** Our end of one connection of the pool: batches come out of it as they came in, answers and failures go in. */
import { type ClientBatch, createBatchCutter } from './client-batches.js';
import { ConnectionStream } from './connection-stream.js';
import { SessionEnded } from './session-ended.js';
import { NO_ENCRYPTION, STARTUP_MESSAGE } from './wire-messages.js';

/** A client that writes ahead of its answers is held back beyond this. */
const HELD_BACK_BYTES = 1024 * 1024;

export interface Batch {
  readonly bytes: Buffer;
  /** See ClientBatch. */
  readonly settled: boolean;
}

export type Next =
  /** All that came since the last. */
  | { readonly kind: 'batches'; readonly batches: readonly Batch[] }
  | { readonly kind: 'closed' }
  /** Nothing came in the time given. */
  | { readonly kind: 'late' }
  | { readonly kind: 'interrupted'; readonly failure: SessionEnded };

export interface ClientConnection {
  next(withinMs?: number): Promise<Next>;
  deliver(answer: readonly Uint8Array[]): void;
  /** Resolves when the client has read what was delivered, or is gone. */
  drained(): Promise<void>;
  /** Breaks what is under way off with `failure`. */
  fail(failure: SessionEnded): void;
  /**
   * Breaks the next thing that the client asks off with `failure`. A connection with nothing under way is not torn down at once,
   * because an idle client of a pool makes that an `error` event of the pool, which ends a process that does not listen for it.
   */
  refuse(failure: SessionEnded): void;
  /** Makes `next` answer `interrupted` instead of waiting. */
  interrupt(failure: SessionEnded): void;
}

export function openConnection(accept: (connection: ClientConnection) => void): ConnectionStream {
  const cut = createBatchCutter();
  let queue: Batch[] = [];
  let closed = false;
  let interruption: SessionEnded | undefined;
  let refusal: SessionEnded | undefined;
  let waiting: ((next: Next) => void) | undefined;
  let taken: (() => void) | undefined;
  let clientIsBehind = false;
  let drainedNow: (() => void) | undefined;

  const stream = new ConnectionStream({
    connected: () => accept(connection),
    received,
    wanted,
    closed: close,
  });

  const connection: ClientConnection = {
    next: (withinMs) => {
      const next = ready();
      if (next !== undefined) return Promise.resolve(next);
      return new Promise((resolve) => {
        const late = () => waiting?.({ kind: 'late' });
        const timer = withinMs === undefined ? undefined : setTimeout(late, withinMs);
        waiting = (next) => {
          clearTimeout(timer);
          waiting = undefined;
          resolve(next);
        };
      });
    },
    deliver: (answer) => {
      for (const bytes of answer) clientIsBehind = !stream.send(bytes);
    },
    drained: () => {
      if (!clientIsBehind || closed) return Promise.resolve();
      return new Promise((resolve) => (drainedNow = resolve));
    },
    fail,
    refuse: (failure) => {
      refusal = failure;
      if (queue.length > 0) fail(failure);
    },
    interrupt: (failure) => {
      interruption = failure;
      waiting?.({ kind: 'interrupted', failure });
    },
  };
  return stream;

  function ready(): Next | undefined {
    if (closed) return { kind: 'closed' };
    if (interruption !== undefined) return { kind: 'interrupted', failure: interruption };
    if (queue.length === 0) return undefined;
    const batches = queue;
    queue = [];
    letMoreCome();
    return { kind: 'batches', batches };
  }

  function received(bytes: Buffer, whenTaken: () => void): void {
    taken = whenTaken;
    if (!closed) sortIn(bytes);
    if (closed || queuedBytes() <= HELD_BACK_BYTES) letMoreCome();
    if (closed || queue.length === 0) return;
    if (refusal !== undefined) fail(refusal);
    else if (waiting !== undefined) deliverNext(waiting);
  }

  function sortIn(bytes: Buffer): void {
    try {
      for (const batch of cut(bytes)) sortInBatch(batch);
    } catch (error) {
      fail(new SessionEnded('08P01', `the embedded database was sent ${String(error)}`, { cause: error }));
    }
  }

  function sortInBatch(batch: ClientBatch): void {
    switch (batch.kind) {
      case 'startup':
        queue.push({ bytes: STARTUP_MESSAGE, settled: true });
        return;
      case 'messages':
        queue.push(batch);
        return;
      case 'encryption-request':
        stream.send(NO_ENCRYPTION);
        return;
      case 'cancel-request':
      case 'terminate':
        close();
        stream.endSending();
    }
  }

  function fail(failure: SessionEnded): void {
    close();
    stream.destroy(failure);
  }

  function close(): void {
    closed = true;
    queue = [];
    letMoreCome();
    drainedNow?.();
    waiting?.({ kind: 'closed' });
  }

  function deliverNext(waiter: (next: Next) => void): void {
    const next = ready();
    if (next !== undefined) waiter(next);
  }

  function letMoreCome(): void {
    const callback = taken;
    taken = undefined;
    callback?.();
  }

  function wanted(): void {
    clientIsBehind = false;
    drainedNow?.();
  }

  function queuedBytes(): number {
    return queue.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }
}
