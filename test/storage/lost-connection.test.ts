import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/storage/database.js';
import { DatabaseAway } from '../../src/use-cases/failures.js';
import { isAway } from '../../src/storage/database-errors.js';
import { createTransaction } from '../../src/storage/transaction.js';
import { silentWayTo } from '../database/silent-way.js';
import { createTestDatabase, onServer } from '../database/test-database.js';
import { quietLog } from '../quiet-log.js';

describe.skipIf(!onServer)('on a server', () => {
  it('a connection that is cut between two statements of a transaction ends the transaction, not the process', async () => {
    const { pool } = await createTestDatabase();
    const transaction = createTransaction(pool, (sql) => sql);
    const begun = transaction(async (sql) => {
      const [own] = await sql<{ pid: number }>({ name: 'own_pid', text: 'select pg_backend_pid() as pid' });
      await pool.query('select pg_terminate_backend($1)', [own!.pid]);
      // So long that the client has heard of it while no statement was under way.
      await new Promise((resolve) => setTimeout(resolve, 200));
      return sql({ name: 'anything', text: 'select 1' });
    });
    await expect(begun).rejects.toMatchObject({ name: 'DatabaseAway', uncertain: false });
    await expect(transaction((sql) => sql({ name: 'again', text: 'select 1 as one' }))).resolves.toEqual([
      { one: 1 },
    ]);
  });

  it('a statement that ran into its limit, as behind the lock of a migration, means that the database is away', async () => {
    const { pool } = await createTestDatabase();
    const transaction = createTransaction(pool, (sql) => sql);
    const slow = transaction(async (sql) => {
      await sql({ name: 'short_limit', text: 'set local statement_timeout = 100' });
      return sql({ name: 'slow', text: 'select pg_sleep(5)' });
    });
    await expect(slow).rejects.toMatchObject({ name: 'DatabaseAway', uncertain: false });
  });

  it('a server that says nothing any more is away after a while, though the connection never breaks', async () => {
    const { url } = await createTestDatabase();
    const way = await silentWayTo(url!);
    const database = await openDatabase({ url: way.url, clock: () => new Date(), log: quietLog });
    await database.transaction((store) => store.waitingMessages());
    way.fallSilent();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = database.transaction((store) => store.waitingMessages());
    const refused = expect(asked).rejects.toMatchObject({ name: 'DatabaseAway' });
    await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(20_000);
    vi.useRealTimers();
    await refused;
  });
});

it('a session that the server ends, for whatever reason, means that the database is away', () => {
  const said = (severity: string, code: string) => Object.assign(new Error('said'), { severity, code });
  expect(isAway(said('FATAL', '55000'))).toBe(true);
  expect(isAway(said('FATAL', '3D000'))).toBe(true);
  expect(isAway(said('ERROR', '55000'))).toBe(false);
  expect(isAway(new DatabaseAway('away', {}))).toBe(true);
});
