import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import type pg from 'pg';
import type { Log } from '../use-cases/log.js';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Brings the tables to this version, one starter at a time (node-pg-migrate holds an advisory lock meanwhile; a second starter
 * waits). Forward only; an older program on newer tables refuses to start, naming what it does not know.
 */
export async function migrate(pool: pg.Pool, log: Log): Promise<readonly string[]> {
  const client = await pool.connect();
  // A connection that breaks says so beside the statement that fails, and nobody hearing it would end the process.
  let lost: Error | undefined;
  client.on('error', (error) => (lost = error));
  try {
    await refuseNewerTables(client);
    const applied = await runner({
      dbClient: client,
      dir: MIGRATIONS,
      direction: 'up',
      migrationsTable: 'migrations',
      singleTransaction: true,
      advisoryLockMode: 'wait',
      logger: { debug: () => undefined, info: () => undefined, warn: warn(log), error: warn(log) },
    });
    return applied.map(({ name }) => name);
  } finally {
    client.release(lost);
  }
}

async function refuseNewerTables(client: pg.PoolClient): Promise<void> {
  const { rows: tables } = await client.query<{ known: boolean }>(
    `select to_regclass('migrations') is not null as known`,
  );
  if (!tables[0]?.known) return;
  const ours = new Set(readdirSync(MIGRATIONS).map((file) => path.parse(file).name));
  const { rows } = await client.query<{ name: string }>('select name from migrations order by name');
  const newer = rows.map(({ name }) => name).filter((name) => !ours.has(name));
  if (newer.length === 0) return;
  throw new Error(
    `the tables are of a newer Earshot (${newer.join(', ')}): run that version, or a newer one`,
  );
}

function warn(log: Log): (message: string) => void {
  return (message) => log.warn({}, message);
}
