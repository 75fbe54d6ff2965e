import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../src/storage/migrate.js';
import { onServer } from '../database/test-database.js';
import { quietLog } from '../quiet-log.js';
import { createEmptyDatabase, query } from '../stories/server-control.js';
import { until } from '../stories/until.js';

/** What node-pg-migrate takes, so that one starter migrates at a time: PG_MIGRATE_LOCK_ID of its runner. */
const MIGRATION_LOCK = '7241865325823964';

describe.skipIf(!onServer)('on a server', () => {
  it('a connection that is cut while tables are made ends the migration with an error, not the process', async () => {
    const url = await createEmptyDatabase();
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    onTestFinished(() => other.end());
    await other.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'migrating' });
    onTestFinished(() => pool.end());

    const migrating = migrate(pool, quietLog);
    const ended = expect(migrating).rejects.toThrow(/terminat/u);
    await until('it waits for the lock', async () => {
      const [waiting] = await query<{ pid: number }>(
        url,
        `select pid from pg_stat_activity where application_name = 'migrating' and wait_event_type = 'Lock'`,
      );
      return waiting;
    });
    await query(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'migrating'`,
    );
    await ended;

    await other.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`);
    expect((await migrate(pool, quietLog)).length).toBeGreaterThan(0);
  });
});
