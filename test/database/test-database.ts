/** A migrated, empty database of a test's own: on the server or embedded, as the vitest project says. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.js';
import type { Clock } from '../../src/use-cases/transaction.js';
import { quietLog } from '../quiet-log.js';

const databaseKind = process.env['EARSHOT_TEST_DATABASE'] === 'embedded' ? 'embedded' : 'server';

/** Two processes on one database need a server. */
export const onServer = databaseKind === 'server';

export interface TestDatabase extends Database {
  /** The server's address; for a second process. */
  readonly url?: string;
}

/** One database a process, which ends it: opening one costs more than emptying it. */
let opened: TestDatabase | undefined;
let now: Clock = () => new Date();

/** The database of this process, emptied. Its `close` leaves it open for the next test. */
export async function createTestDatabase(clock: Clock = () => new Date()): Promise<TestDatabase> {
  now = clock;
  opened ??= await open(() => now());
  await empty(opened);
  return { ...opened, close: () => Promise.resolve() };
}

/** One in which nothing ever was: an emptied one still knows the statistics of what it held. */
export const createUntouchedDatabase = (): Promise<TestDatabase> => open(() => new Date());

async function open(clock: Clock): Promise<TestDatabase> {
  if (databaseKind === 'embedded') {
    const template = readFileSync(inject('embeddedTemplate'));
    return openDatabase({ template, clock, log: quietLog });
  }
  const url = await createServerDatabase();
  return { ...(await openDatabase({ url, clock, log: quietLog })), url };
}

async function empty({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'`,
  );
  await pool.query(`truncate ${rows.map(({ name }) => name).join(', ')} restart identity cascade`);
}

/** The address of a fresh migrated database on the server. */
export async function createServerDatabase(): Promise<string> {
  const serverUrl = inject('serverUrl');
  if (serverUrl === null) throw new Error('there is no PostgreSQL on this machine');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${name} template earshot_template strategy file_copy`);
  await client.end();
  return serverUrl.replace(/\/postgres$/u, `/${name}`);
}
