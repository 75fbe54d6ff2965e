import { rm } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import type { Log } from '../../use-cases/log.js';
import { CannotOpenEmbedded } from './cannot-open-embedded.js';
import { createDataDirectory } from './create-data-directory.js';
import { inspectPostgresDirectory, makeOwnDirectory } from './data-directory.js';
import { startDatabaseThread, type ThreadOptions } from './database-thread.js';
import { embeddedPoolConfig } from './embedded-pool-config.js';
import { createEngine, type Engine } from './engine.js';
import { lockDirectory } from './lock-directory.js';
import type { ThreadRequest, ThreadResult } from './thread-messages.js';
import { createSessions } from './sessions.js';
import { vacuumTables } from './vacuum-tables.js';

const STATEMENT_LIMIT_MS = 30_000;
const TRANSACTION_IDLE_LIMIT_MS = 30_000;
/** A checkpoint writes out what is in memory, on a slow disk for a while. */
const UPKEEP_LIMIT_MS = 5 * 60_000;

export interface EmbeddedOptions {
  /** Holds `postgres/` and the lock; made where it is missing. Undefined: in memory, gone with `close`. */
  readonly directory: string | undefined;
  readonly log: Log;
  /** Takes away what is in `postgres/` first, once the directory is locked. */
  readonly fresh?: boolean;
  /** A statement that takes longer is ended by restarting PGlite; its client gets SQLSTATE 57014. */
  readonly statementLimitMs?: number;
  /** A transaction without a statement for longer is rolled back; its client gets SQLSTATE 25P03 at the next one. */
  readonly transactionIdleLimitMs?: number;
  /** Whether COMMIT waits for the disk, so that a power cut loses nothing. A crash of the process never does. */
  readonly syncToDisk?: boolean;
  /** What `dump` gave: a new database begins as a copy of that one. */
  readonly template?: Uint8Array;
}

export interface EmbeddedDatabase {
  /** For `new pg.Pool(poolConfig)`, one pool at a time. */
  readonly poolConfig: pg.PoolConfig;
  /** Moves the log's changes into the tables, which keeps the next start short. Waits for an open transaction. */
  checkpoint(): Promise<void>;
  /** VACUUM (ANALYZE), table by table. Waits for an open transaction. */
  vacuum(): Promise<void>;
  /** A tar of all data, for `template`. */
  dump(): Promise<Uint8Array>;
  /** Lets the running statement finish, rolls back an open transaction, and lets go of the directory. */
  close(): Promise<void>;
}

/** Opens or makes the database. Throws CannotOpenEmbedded, which says what to mend, and leaves the directory alone then. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { directory, log, syncToDisk = true, template } = options;
  const thread: ThreadOptions = { dataDirectory: undefined, template, syncToDisk, log };
  if (directory === undefined)
    return serve({ ...options, start: startOnce(thread), release: () => Promise.resolve() });

  await makeOwnDirectory(directory);
  const release = await lockOrRefuse(directory);
  try {
    const onDisk = { ...thread, dataDirectory: path.join(directory, 'postgres') };
    if (options.fresh) await rm(onDisk.dataDirectory, { recursive: true, force: true });
    if (inspectPostgresDirectory(onDisk.dataDirectory) === 'nothing') {
      log.info({ directory }, 'making a new embedded database, which takes some seconds');
      await createDataDirectory(onDisk);
    }
    return await serve({
      ...options,
      start: () => startDatabaseThread({ ...onDisk, template: undefined }),
      release,
    });
  } catch (error) {
    await release();
    throw error;
  }
}

async function lockOrRefuse(directory: string): Promise<() => Promise<void>> {
  const lock = await lockDirectory(directory).catch((error: unknown) => {
    throw new CannotOpenEmbedded(`the data directory ${directory} cannot be locked: ${String(error)}`, {
      cause: error,
    });
  });
  if (lock.kind === 'locked') return lock.release;
  const holder =
    lock.pid === process.pid
      ? 'this process'
      : lock.pid === undefined
        ? 'another process'
        : `process ${lock.pid}`;
  throw new CannotOpenEmbedded(
    `the data directory ${directory} is in use by ${holder}; stop that first, or name another data directory`,
  );
}

/** What was in memory is gone with its thread: an empty database in its place would look as if nothing had happened. */
function startOnce(options: ThreadOptions) {
  let started = false;
  return () => {
    if (started)
      return Promise.reject(new CannotOpenEmbedded('the embedded database was in memory and is lost'));
    started = true;
    return startDatabaseThread(options);
  };
}

interface Serving extends EmbeddedOptions {
  readonly start: Parameters<typeof createEngine>[0];
  readonly release: () => Promise<void>;
}

async function serve({ start, release, log, ...options }: Serving): Promise<EmbeddedDatabase> {
  const engine = createEngine(start);
  const limits = {
    statementMs: options.statementLimitMs ?? STATEMENT_LIMIT_MS,
    transactionIdleMs: options.transactionIdleLimitMs ?? TRANSACTION_IDLE_LIMIT_MS,
  };
  const sessions = createSessions({ engine, limits, log });
  const loan = await engine.borrow();
  loan.giveBack();

  let closing: Promise<void> | undefined;
  return {
    poolConfig: embeddedPoolConfig({ sessions, log }),
    checkpoint: async () => {
      await askOnce(engine, { kind: 'sql', text: 'checkpoint' });
    },
    vacuum: () => vacuumTables({ engine, log }),
    dump: async () => (await askOnce(engine, { kind: 'dump' })).bytes?.[0] ?? new Uint8Array(),
    close: () => (closing ??= closeAll()),
  };

  async function closeAll(): Promise<void> {
    try {
      await sessions.close();
      await engine.shutDown(async (thread) => {
        await thread.ask({ kind: 'close' }, { limitMs: UPKEEP_LIMIT_MS });
      });
    } finally {
      await release();
    }
  }
}

async function askOnce(engine: Engine, request: ThreadRequest): Promise<ThreadResult> {
  const loan = await engine.borrow();
  try {
    return await loan.thread.ask(request, { limitMs: UPKEEP_LIMIT_MS });
  } finally {
    loan.giveBack();
  }
}
