/** Plans are kept from the day when the tables were empty: each must be one that stays right when they are full. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL_AND_MANY } from '../../src/storage/database.js';
import { allStatements, type Statement } from '../../src/storage/sql.js';
import { createTestDatabase } from '../database/test-database.js';

/** Indexes that hold only what waits, so that reading them whole is reading what waits. */
const OF_WHAT_WAITS = new Set([
  'signals_waiting',
  'messages_wanted',
  'messages_sending',
  'messages_unknown',
  'messages_resent',
  'messages_dead',
  'deliveries_bodies',
  'alerts_matter',
  'reminders_waiting',
  'post_mortems_unfinished',
]);
/** Statements that read an index from one end and stop by themselves. */
const READ_ON_PURPOSE = new Set(['heard', 'source_activity', 'latest_teams_conversation']);
const STAY_SMALL = /^(?:staff|notices|buckets|teams_bindings)/u;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

let client: pg.PoolClient;
beforeAll(async () => {
  client = await (await createTestDatabase()).pool.connect();
  await client.query(SMALL_AND_MANY);
});
afterAll(() => {
  client.release(true);
});

async function planOf({ name, text }: Statement): Promise<Plan> {
  await client.query(`prepare ${name} as ${text}`);
  const { rows } = await client.query<{ count: number }>(
    'select cardinality(parameter_types) as count from pg_prepared_statements where name = $1',
    [name],
  );
  const nulls = Array.from({ length: rows[0]?.count ?? 0 }, () => 'null').join(', ');
  const explained = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
    `explain (format json) execute ${name}${nulls && `(${nulls})`}`,
  );
  const plan = explained.rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error(`no plan of ${name}`);
  return plan;
}

/** What it reads without being told where to begin: the name of the table, or of the index. */
function readWhole(plan: Plan): string[] {
  const below = (plan.Plans ?? []).flatMap(readWhole);
  const type = plan['Node Type'];
  if (type === 'Seq Scan') return [...below, plan['Relation Name'] ?? type];
  const scansIndex = ['Index Scan', 'Index Only Scan', 'Bitmap Index Scan'].includes(type);
  return scansIndex && plan['Index Cond'] === undefined ? [...below, plan['Index Name'] ?? type] : below;
}

describe('the plan of every statement, made while the tables are empty,', () => {
  it('reads no table and no index from end to end that grows with what was heard', async () => {
    const faults: string[] = [];
    for (const statement of allStatements()) {
      const whole = readWhole(await planOf(statement)).filter(
        (each) => !OF_WHAT_WAITS.has(each) && !STAY_SMALL.test(each),
      );
      if (whole.length > 0 && !READ_ON_PURPOSE.has(statement.name))
        faults.push(`${statement.name}: ${whole.join(', ')}`);
    }
    expect(allStatements().length).toBeGreaterThan(40);
    expect(faults).toEqual([]);
  });
});
