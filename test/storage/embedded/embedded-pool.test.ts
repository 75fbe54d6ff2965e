/** Long because everything that a pool may do is tried on one database. */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  it,
  onTestFinished,
  vi,
} from 'vitest';
import { POSTGRES_MAJOR } from '../../../src/storage/embedded/data-directory.js';
import { openEmbedded } from '../../../src/storage/embedded/open-embedded.js';
import { createQuietLog } from './quiet-log.js';

/** Starting PGlite takes half a second on a quiet machine. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let template: Uint8Array;

beforeAll(async () => {
  // A copy, whatever is in it: making a database takes seconds.
  const ready = readFileSync(inject('embeddedTemplate'));
  const db = await openEmbedded({ directory: undefined, log: createQuietLog().log, template: ready });
  const pool = new pg.Pool(db.poolConfig);
  await pool.query(
    'create table notes (id bigint generated always as identity primary key, words text unique)',
  );
  await pool.query("insert into notes (words) values ('from the template')");
  template = await db.dump();
  await pool.end();
  await db.close();
});

describe('the embedded database behind an ordinary pool', () => {
  let poolConfig: pg.PoolConfig;
  let pool: pg.Pool;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const db = await openEmbedded({ directory: undefined, log: createQuietLog().log, template });
    poolConfig = db.poolConfig;
    close = () => db.close();
  });
  beforeEach(async () => {
    pool = new pg.Pool(poolConfig);
    await pool.query("delete from notes where words <> 'from the template'");
  });
  afterEach(async () => {
    if (!pool.ending) await pool.end();
  });
  afterAll(() => close());
  it('is the major version that data directories are checked against', async () => {
    const { rows } = await pool.query<{ server_version: string }>('show server_version');
    expect(rows[0]?.server_version.split('.')[0]).toBe(POSTGRES_MAJOR);
  });

  it('gives values in the types that a server gives', async () => {
    const { rows } = await pool.query(
      `select 1::int as int, 2::bigint as bigint, 1.50::numeric as numeric, true as bool, 'ü\u{1f600}'::text as text,
        '{"a":[1]}'::jsonb as json, array['x','y'] as list, '\\xff00'::bytea as bytes, null as nothing,
        '2024-03-10T12:00:00Z'::timestamptz as moment, $1::text as given`,
      ['a ? b'],
    );
    expect(rows).toEqual([
      {
        int: 1,
        bigint: '2',
        numeric: '1.50',
        bool: true,
        text: 'ü\u{1f600}',
        json: { a: [1] },
        list: ['x', 'y'],
        bytes: Buffer.from([0xff, 0]),
        nothing: null,
        moment: new Date('2024-03-10T12:00:00Z'),
        given: 'a ? b',
      },
    ]);
  });

  it('answers many at once, each with its own answer', async () => {
    const numbers = Array.from({ length: 300 }, (_, index) => ({ n: index }));
    const answers = await Promise.all(
      numbers.map(({ n }) => pool.query<{ n: number }>('select $1::int as n', [n])),
    );
    expect(answers.flatMap(({ rows }) => rows)).toEqual(numbers);
  });

  it('carries large parameters in and long answers out', async () => {
    const large = 'é'.repeat(3_000_000);
    expect((await pool.query('select $1::text as back', [large])).rows).toEqual([{ back: large }]);
    const { rows } = await pool.query<{ n: number; filler: string }>(
      "select n, repeat('x', 1000) as filler from generate_series(1, 20000) n",
    );
    expect(rows).toHaveLength(20_000);
    expect(rows.every(({ n, filler }, index) => n === index + 1 && filler.length === 1_000)).toBe(true);
  });

  it('an SQL error is the error of that query alone', async () => {
    await expect(pool.query("insert into notes (words) values ('from the template')")).rejects.toMatchObject({
      code: '23505',
      constraint: 'notes_words_key',
    });
    await expect(pool.query('select 1/0')).rejects.toMatchObject({ code: '22012' });
    expect((await pool.query('select words from notes')).rows).toEqual([{ words: 'from the template' }]);
  });

  it('a statement with several commands runs them all', async () => {
    await pool.query("insert into notes (words) values ('a'); insert into notes (words) values ('b')");
    expect(await words(pool)).toEqual(['a', 'b', 'from the template']);
  });

  it('a transaction is kept apart from queries that wait, and an error in it spoils all of it', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query("insert into notes (words) values ('never seen')");
    const meanwhile = words(pool);
    await expect(client.query('select 1/0')).rejects.toMatchObject({ code: '22012' });
    await expect(client.query('select 1')).rejects.toMatchObject({ code: '25P02' });
    await client.query('rollback');
    client.release();
    expect(await meanwhile).toEqual(['from the template']);
  });

  it('a connection that closes in a transaction is rolled back, and the next one starts as new', async () => {
    const client = await pool.connect();
    await client.query("set search_path = 'pg_catalog'");
    await client.query('create temporary table mine (i int)');
    await client.query('begin');
    await client.query("insert into public.notes (words) values ('never committed')");
    client.release(true);
    expect(await words(pool)).toEqual(['from the template']);
    await expect(pool.query('select * from mine')).rejects.toMatchObject({ code: '42P01' });
  });

  it('a client that goes away while its statement runs leaves the next one a clean session', async () => {
    const client = await pool.connect();
    await client.query('begin');
    const running = client.query("insert into notes (words) select 'unwanted' from pg_sleep(0.3)");
    const ended = expect(running).rejects.toThrow('Connection terminated');
    client.release(true);
    await ended;
    expect(await words(pool)).toEqual(['from the template']);
  });

  it('an error between Parse and Sync leaves nothing behind for the next connection', async () => {
    for (let round = 0; round < 20; round += 1) {
      await expect(
        pool.query('select nothing_like_this from notes where id = $1', [1]),
      ).rejects.toMatchObject({
        code: '42703',
      });
    }
    expect(await words(pool)).toEqual(['from the template']);
  });

  it('the session settings of pg that would wedge PGlite do not reach it', async () => {
    await pool.end();
    pool = new pg.Pool({ ...poolConfig, statement_timeout: 5, idle_in_transaction_session_timeout: 5 });
    const { rows } = await pool.query(
      `select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`,
    );
    expect(rows).toEqual([{ statement: '0', idle: '0' }]);
  });

  it('a query inside a transaction that asks the pool again fails instead of hanging', async () => {
    await pool.end();
    pool = new pg.Pool({ ...poolConfig, connectionTimeoutMillis: 2_000 });
    const client = await pool.connect();
    await client.query('begin');
    await expect(pool.query('select 1')).rejects.toThrow('timeout exceeded');
    await client.query('commit');
    client.release();
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('a second pool is served once the first has let go', async () => {
    await pool.query('select 1');
    const second = new pg.Pool(poolConfig);
    const waiting = second.query('select 2 as two');
    await pool.end();
    expect((await waiting).rows).toEqual([{ two: 2 }]);
    await second.end();
  });
});

describe('upkeep of the embedded database', () => {
  it('checkpoint and vacuum run between statements and wait for a transaction', async () => {
    const { db, pool, lines } = await openClone();
    const client = await pool.connect();
    await client.query('begin');
    await client.query("insert into notes (words) values ('kept')");
    const upkeep = Promise.all([db.checkpoint(), db.vacuum()]).then(() => 'done');
    expect(await Promise.race([upkeep, wait(150, 'waiting')])).toBe('waiting');
    await client.query('commit');
    client.release();
    expect(await upkeep).toBe('done');
    expect(lines.filter(({ level }) => level === 'warn')).toEqual([]);
    const { rows } = await pool.query(
      "select relpages, reltuples::int as rows from pg_class where oid = 'notes'::regclass",
    );
    expect(rows).toEqual([{ relpages: 1, rows: 2 }]);
  });

  it('a copy of a dump has its rows, and changes nothing in another copy', async () => {
    const one = await openClone();
    const two = await openClone();
    await one.pool.query("insert into notes (words) values ('only here')");
    expect(await words(one.pool)).toEqual(['from the template', 'only here']);
    expect(await words(two.pool)).toEqual(['from the template']);
  });
});

describe('closing the embedded database', () => {
  it('waits for the running statement, and refuses what comes after', async () => {
    const { db, pool } = await openClone();
    await pool.query('select 1');
    const running = pool.query('select 1 as one from pg_sleep(0.5)');
    await wait(100);
    const closed = db.close();
    expect((await running).rows).toEqual([{ one: 1 }]);
    await closed;
    await expect(pool.query('select 1')).rejects.toMatchObject({ code: '57P01' });
    await expect(pool.query('select 1')).rejects.toThrow('the embedded database is closed');
    await pool.end();
  });

  it('does not wait for a transaction that nobody ends', async () => {
    const { db, pool } = await openClone();
    const client = await pool.connect();
    await client.query('begin');
    await db.close();
    await expect(client.query('commit')).rejects.toMatchObject({ code: '57P01' });
    client.release();
    await pool.end();
  });

  it('may be asked twice; upkeep after it is refused', async () => {
    const { db } = await openClone();
    await Promise.all([db.close(), db.close()]);
    await expect(db.checkpoint()).rejects.toThrow('the embedded database is closed');
    await expect(db.vacuum()).rejects.toThrow('the embedded database is closed');
  });

  it('a pool left open with an idle connection is not upset', async () => {
    const { db, pool } = await openClone();
    const upset: unknown[] = [];
    pool.on('error', (error) => upset.push(error));
    await pool.query('select 1');
    await db.close();
    await wait(50);
    expect(upset).toEqual([]);
  });
});

async function openClone() {
  const { log, lines } = createQuietLog();
  const db = await openEmbedded({ directory: undefined, log, template });
  const pool = new pg.Pool(db.poolConfig);
  onTestFinished(async () => {
    if (!pool.ending) await pool.end();
    await db.close();
  });
  return { db, pool, lines };
}

async function words(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ words: string }>('select words from notes order by words');
  return rows.map((row) => row.words);
}
