/** The one database of a process: a PostgreSQL server, or the embedded one in a folder. */
import pg from 'pg';
import type { AcceptStore } from '../use-cases/accept-deliveries.js';
import type { Log } from '../use-cases/log.js';
import type { Clock, Transaction } from '../use-cases/transaction.js';
import { createAcceptStore } from './deliveries.js';
import { GatheringSocket } from './gathering-socket.js';
import { openEmbedded } from './embedded/open-embedded.js';
import { migrate } from './migrate.js';
import type { Sql } from './sql.js';
import { createStore, type Store } from './store.js';
import { createTransaction } from './transaction.js';

export interface Database {
  readonly pool: pg.Pool;
  readonly kind: 'server' | 'embedded';
  readonly accept: AcceptStore;
  readonly transaction: Transaction<Store>;
  /** For work that is found undone and done again after a power cut: it does not wait for the disk. */
  readonly redoable: Transaction<Store>;
  /** Whether it answers. */
  answers(): Promise<boolean>;
  /** What the embedded database needs now and then; a server looks after itself. */
  readonly upkeep?: { checkpoint(): Promise<void>; vacuum(): Promise<void> };
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL address; absent: the embedded database. */
  readonly url?: string | undefined;
  /** The embedded database's; undefined: in memory. */
  readonly directory?: string | undefined;
  /** The embedded database begins empty, whatever was in its directory. */
  readonly fresh?: boolean;
  /** A copy of an embedded database to begin with. */
  readonly template?: Uint8Array;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Every statement here touches a few rows that it finds by an index. Its plan is made once and kept under its name, perhaps from the day
 * when the tables were empty and reading them whole was cheapest: it must never be made so. Compiling such a plan takes longer than running it.
 */
export const SMALL_AND_MANY =
  'set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set plan_cache_mode = force_generic_plan; set jit = off';
/** Statements are sent without waiting for the answers of those before them (pg 8.23; its types do not name it yet). */
const PIPELINED = { pipeline: true };
const CONNECTIONS = 8;
const CONNECT_LIMIT_MS = 3_000;
/** Nothing here runs for seconds; what does has lost its way. */
const STATEMENT_LIMIT_MS = 15_000;
/** A server that has not ended it by then cannot be reached: a network that swallows everything says nothing for a quarter of an hour. */
const ANSWER_LIMIT_MS = 18_000;

/** Opens the database and brings its tables to this version. Throws where it cannot be reached or is of a newer version. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const opened = options.url === undefined ? await openFolder(options) : openServer(options.url);
  const { pool } = opened;
  pool.on('connect', (client) => {
    client.query(SMALL_AND_MANY).catch((error: unknown) => {
      options.log.warn({ err: error }, 'a new database connection could not be set up');
    });
  });
  for (const each of [pool, opened.migrations]) {
    each?.on('error', (error) =>
      options.log.warn({ why: error.message }, 'an idle database connection was lost'),
    );
  }
  try {
    await migrate(opened.migrations ?? pool, options.log);
  } catch (error) {
    await opened.close();
    throw error;
  } finally {
    await opened.migrations?.end();
  }
  const bind = (sql: Sql): Store => createStore(sql, options.clock);
  return {
    ...opened,
    accept: createAcceptStore(pool),
    transaction: createTransaction(pool, bind),
    redoable: createTransaction(pool, bind, { redoable: true }),
    async answers() {
      try {
        await pool.query('select 1');
        return true;
      } catch {
        return false;
      }
    },
  };
}

type Opened = Pick<Database, 'kind' | 'upkeep' | 'close'> & {
  readonly pool: pg.Pool;
  /** Where a migration may take its time, and wait for that of another starter. */
  readonly migrations?: pg.Pool;
};

function openServer(url: string): Opened {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    statement_timeout: STATEMENT_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS,
    idle_in_transaction_session_timeout: STATEMENT_LIMIT_MS,
    keepAlive: true,
    ...PIPELINED,
    stream: () => new GatheringSocket(),
    application_name: 'earshot',
  });
  const migrations = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
  });
  return { kind: 'server', pool, migrations, close: () => pool.end() };
}

async function openFolder({ directory, fresh, template, log }: DatabaseOptions): Promise<Opened> {
  const embedded = await openEmbedded({
    directory,
    log,
    ...(fresh && { fresh }),
    ...(template && { template }),
  });
  const pool = new pg.Pool({ ...embedded.poolConfig, ...PIPELINED });
  return {
    kind: 'embedded',
    pool,
    upkeep: { checkpoint: () => embedded.checkpoint(), vacuum: () => embedded.vacuum() },
    async close() {
      await pool.end();
      await embedded.close();
    },
  };
}
