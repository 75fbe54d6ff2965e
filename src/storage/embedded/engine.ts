/** Keeps one database thread running, starts another when it ended, and lends it to one borrower at a time. */
import { type DatabaseThread, ThreadEnded } from './database-thread.js';
import { createLine } from './line.js';

/** On a full disk every statement would otherwise start PGlite in vain, at half a second of processor each. */
const PAUSE_AFTER_FAILED_START_MS = 1_000;

export interface Loan {
  readonly thread: DatabaseThread;
  giveBack(): void;
}

export interface Engine {
  /** Waits in line, then for the thread where it has to start. Throws CannotOpenEmbedded, and ThreadEnded once it is shut down. */
  borrow(): Promise<Loan>;
  /** After the current loan: ends the thread by `end`, and starts no other. */
  shutDown(end: (thread: DatabaseThread) => Promise<void>): Promise<void>;
}

export function createEngine(start: () => Promise<DatabaseThread>): Engine {
  const line = createLine();
  let thread: DatabaseThread | undefined;
  let failure: Error | undefined;
  let closed = false;

  return {
    borrow: async () => {
      const leave = await line.enter();
      try {
        const lent = await running();
        return { thread: lent, giveBack: leave };
      } catch (error) {
        leave();
        throw error;
      }
    },
    shutDown: async (end) => {
      const leave = await line.enter();
      closed = true;
      try {
        if (thread?.hasEnded() === false) await end(thread);
      } finally {
        await thread?.ended;
        leave();
      }
    },
  };

  async function running(): Promise<DatabaseThread> {
    if (closed) throw new ThreadEnded('closed', 'the embedded database is closed');
    if (thread?.hasEnded() === false) return thread;
    if (failure !== undefined) throw failure;
    await thread?.ended;
    thread = undefined;
    try {
      thread = await start();
    } catch (error) {
      rest(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
    return thread;
  }

  function rest(after: Error): void {
    failure = after;
    setTimeout(() => (failure = undefined), PAUSE_AFTER_FAILED_START_MS).unref();
  }
}
