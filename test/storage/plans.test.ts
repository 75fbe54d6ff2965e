/** Plans are kept from the day when the tables were empty: each must be one that stays right when they are full. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL_AND_MANY } from '../../src/storage/database.js';
import { allStatements } from '../../src/storage/sql.js';
import { readWhole } from '../database/read-whole.js';
import { createUntouchedDatabase, type TestDatabase } from '../database/test-database.js';

let database: TestDatabase;
let client: pg.PoolClient;
beforeAll(async () => {
  database = await createUntouchedDatabase();
  client = await database.pool.connect();
  await client.query(SMALL_AND_MANY);
});
afterAll(async () => {
  client.release(true);
  await database.close();
});

describe('the plan of every statement, made while the tables are empty,', () => {
  it('reads no table and no index from end to end that grows with what was heard', async () => {
    expect(allStatements().length).toBeGreaterThan(40);
    expect(await readWhole(client, allStatements())).toEqual([]);
  });

  it('counts what was heard from an index alone, which holds each answer once', async () => {
    const heard = allStatements().find(({ name }) => name === 'figures_heard');
    await client.query(`prepare heard_alone as ${heard?.text}`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      'explain (costs off) execute heard_alone(null, null, null, null)',
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('Index Only Scan using signals_heard on signals s');
    expect(plan).not.toContain('amends');
  });
});
