import type pg from 'pg';
import { DatabaseAway } from '../use-cases/failures.js';
import type { Transaction } from '../use-cases/transaction.js';
import { isAway, worthAnotherTry } from './database-errors.js';
import { type Sql, sqlOn } from './sql.js';

/** Thrown by a store whose write lost a race that only a fresh look can settle: the transaction is run again. */
export class LostRace extends Error {
  override readonly name = 'LostRace';
}

const TRIES = 8;

export interface TransactionOptions {
  readonly keepPlans: boolean;
  /**
   * Whether COMMIT may return before the disk has it. Only for work that is found undone and done again when the database's machine
   * loses power: any later durable commit takes it along to the disk, and what the program itself dies of never undoes it.
   */
  readonly redoable?: boolean;
}

/** Transactions over a pool; `bind` gives the store that works on the connection of one transaction. */
export function createTransaction<Store>(
  pool: pg.Pool,
  bind: (sql: Sql) => Store,
  options: TransactionOptions,
): Transaction<Store> {
  return async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(pool, (sql) => work(bind(sql)), options);
      } catch (error) {
        const again = error instanceof LostRace || worthAnotherTry(error);
        if (!again || attempt === TRIES) throw error;
      }
    }
  };
}

async function once<Result>(
  pool: pg.Pool,
  work: (sql: Sql) => Promise<Result>,
  { keepPlans, redoable }: TransactionOptions,
): Promise<Result> {
  const client = await connect(pool);
  let committing = false;
  let broken: Error | undefined;
  try {
    // The connection sends statements without waiting for the answers of those before: BEGIN travels with the first.
    const begun = client.query(redoable ? 'begin; set local synchronous_commit = off' : 'begin');
    begun.catch(() => undefined);
    const result = await work(sqlOn(client, keepPlans));
    await begun;
    committing = true;
    await client.query('commit');
    return result;
  } catch (error) {
    broken = await rollBack(client, error);
    if (isAway(error)) throw away(error, committing);
    throw error;
  } finally {
    client.off('error', heardBelow);
    client.release(broken);
  }
}

/** A connection that breaks between two statements says so by an event, which unheard would end the process; the next statement fails. */
function heardBelow(): void {
  return undefined;
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    const client = await pool.connect();
    client.on('error', heardBelow);
    return client;
  } catch (error) {
    if (isAway(error)) throw away(error, false);
    throw error;
  }
}

/** A connection that is over or cannot roll back is thrown away, which rolls back too: the error to release it with. */
async function rollBack(client: pg.PoolClient, cause: unknown): Promise<Error | undefined> {
  if (isAway(cause)) return cause instanceof Error ? cause : new Error(String(cause));
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function away(cause: unknown, uncertain: boolean): DatabaseAway {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseAway(`the database is away: ${why}`, { cause, uncertain });
}
