import type pg from 'pg';
import { DatabaseAway } from '../use-cases/failures.js';
import type { Transaction } from '../use-cases/transaction.js';
import { isAway, worthAnotherTry } from './database-errors.js';
import { type Sql, sqlOn } from './sql.js';

const TRIES = 8;

export interface TransactionOptions {
  /**
   * Whether COMMIT may return before the disk has it. Only for work that is found undone and done again when the database's machine
   * loses power: any later durable commit takes it along to the disk, and what the program itself dies of never undoes it.
   */
  readonly redoable?: boolean;
}

/**
 * Transactions over a pool; `bind` gives the store that works on one connection, and is kept with it. Statements travel without
 * waiting for the answers of those before: BEGIN leaves with the first of them, COMMIT with the last.
 */
export function createTransaction<Store>(
  pool: pg.Pool,
  bind: (sql: Sql) => Store,
  { redoable }: TransactionOptions = {},
): Transaction<Store> {
  const begin = redoable ? 'begin; set local synchronous_commit = off' : 'begin';
  const sessions = new WeakMap<pg.PoolClient, Session<Store>>();
  const sessionOf = (client: pg.PoolClient): Session<Store> => {
    const known = sessions.get(client);
    if (known) return known;
    const answers: Promise<unknown>[] = [];
    const session = { answers, store: bind(sqlOn(client, (answer) => void answers.push(answer))) };
    sessions.set(client, session);
    return session;
  };
  const once = async <Result>(work: (store: Store) => Promise<Result> | Result): Promise<Result> => {
    const client = await connect(pool);
    const { store, answers } = sessionOf(client);
    let committing = false;
    let broken: Error | undefined;
    try {
      answers.push(quiet(client.query(begin)));
      const result = await work(store);
      committing = true;
      answers.push(quiet(client.query('commit')));
      // After a statement that failed COMMIT rolls back, and says so only by the failure of that statement.
      await Promise.all(answers.splice(0));
      return result;
    } catch (error) {
      const cause = (await firstFailure(answers.splice(0))) ?? error;
      broken = await rollBack(client, cause);
      if (isAway(cause)) throw away(cause, committing);
      throw cause;
    } finally {
      client.off('error', heardBelow);
      client.release(broken);
    }
  };
  return async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(work);
      } catch (error) {
        if (!worthAnotherTry(error) || attempt === TRIES) throw error;
      }
    }
  };
}

interface Session<Store> {
  readonly store: Store;
  /** Of the statements of the transaction under way. */
  readonly answers: Promise<unknown>[];
}

/** Its failure is heard with that of the transaction. */
function quiet<Value>(answer: Promise<Value>): Promise<Value> {
  answer.catch(() => undefined);
  return answer;
}

/** What the others failed of: after it PostgreSQL only says that the transaction is aborted. */
async function firstFailure(answers: readonly Promise<unknown>[]): Promise<unknown> {
  const settled = await Promise.allSettled(answers);
  return settled.find((each) => each.status === 'rejected')?.reason;
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
