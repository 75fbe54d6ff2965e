import { readFileSync } from 'node:fs';
import pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { createDataDirectory } from '../../../src/storage/embedded/create-data-directory.js';
import { startDatabaseThread } from '../../../src/storage/embedded/database-thread.js';
import { embeddedPoolConfig } from '../../../src/storage/embedded/embedded-pool-config.js';
import { createEngine } from '../../../src/storage/embedded/engine.js';
import { openEmbedded } from '../../../src/storage/embedded/open-embedded.js';
import { createSessions } from '../../../src/storage/embedded/sessions.js';
import { createQuietLog } from './quiet-log.js';
import { temporaryDirectory } from './temporary-directory.js';

/** Starting PGlite takes half a second on a quiet machine. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
/** A thread that is started again takes its time on a busy machine. */
const PATIENCE_MS = 60_000;

/** So small that a few thousand nested brackets overflow it. */
const SMALL_STACK_MB = 1;
const OVERFLOW = "select (repeat('[', 200000))::jsonb";

let template: Uint8Array;

beforeAll(async () => {
  // A copy, whatever is in it: making a database takes seconds.
  const ready = readFileSync(inject('embeddedTemplate'));
  const db = await openEmbedded({ directory: undefined, log: createQuietLog().log, template: ready });
  const pool = new pg.Pool(db.poolConfig);
  await pool.query('create table notes (words text)');
  template = await db.dump();
  await pool.end();
  await db.close();
});

describe('a statement that runs over its limit', () => {
  it('is ended with an error of its own; what was committed is there and the next query works', async () => {
    const { pool, lines } = await openOnDisk({ statementLimitMs: 3_000 });
    await pool.query("insert into notes values ('committed')");
    const began = performance.now();
    await expect(pool.query('select count(*) from generate_series(1, 100000000000)')).rejects.toMatchObject({
      code: '57014',
      message: 'the embedded database ended a statement after 3 s',
    });
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(await words(pool)).toEqual(['committed']);
    expect(lines).toContainEqual({
      level: 'warn',
      fields: { limitMs: 3_000 },
      message: 'a database statement ran over its limit and was ended; the embedded database starts again',
    });
  });

  it('takes its transaction along and nothing else', async () => {
    const { pool } = await openOnDisk({ statementLimitMs: 3_000 });
    const client = await pool.connect();
    await client.query('begin');
    await client.query("insert into notes values ('in the transaction')");
    const waiting = pool.query("insert into notes values ('waited')");
    await expect(client.query('select pg_sleep(60)')).rejects.toMatchObject({ code: '57014' });
    await expect(client.query('commit')).rejects.toThrow();
    client.release();
    await waiting;
    expect(await words(pool)).toEqual(['waited']);
  });

  it('in memory is not answered with an empty database', async () => {
    const { log } = createQuietLog();
    const db = await openEmbedded({ directory: undefined, log, template, statementLimitMs: 300 });
    const pool = new pg.Pool(db.poolConfig);
    await expect(pool.query('select pg_sleep(60)')).rejects.toMatchObject({ code: '57014' });
    await expect(pool.query('select 1')).rejects.toThrow('the embedded database was in memory and is lost');
    await pool.end();
    await db.close();
  });
});

describe('a transaction that sits idle', () => {
  it('over its limit is rolled back, told so at its next statement, and others get on meanwhile', async () => {
    const { db, pool, lines } = await openOnDisk({ transactionIdleLimitMs: 200 });
    const client = await pool.connect();
    await client.query('begin');
    await client.query("insert into notes values ('never committed')");
    await wait(400);
    await db.checkpoint();
    await expect(client.query('commit')).rejects.toMatchObject({
      code: '25P03',
      message: 'the embedded database rolled back a transaction that sat idle for 0.2 s',
    });
    client.release();
    expect(await words(pool)).toEqual([]);
    expect(lines).toContainEqual({
      level: 'warn',
      fields: { limitMs: 200 },
      message: 'a transaction sat idle too long and was rolled back',
    });
  });

  it('within its limit, and a connection without a transaction, are left alone', async () => {
    const { pool, lines } = await openOnDisk({ transactionIdleLimitMs: 1_000 });
    const client = await pool.connect();
    await client.query('begin');
    for (let round = 0; round < 4; round += 1) {
      await wait(300);
      await client.query(`insert into notes values ('${round}')`);
    }
    await client.query('commit');
    await wait(1_200);
    expect((await client.query('select count(*)::int as count from notes')).rows).toEqual([{ count: 4 }]);
    client.release();
    await pool.query('select 1');
    expect(lines.filter(({ level }) => level === 'warn')).toEqual([]);
  });
});

describe('a database thread that breaks', () => {
  it('rejects the query under way, is started again for the next connection, and says so in the log', async () => {
    const { pool, lines } = await openWithSmallStack();
    await pool.query("insert into notes values ('committed')");
    const [overflow, behind] = await Promise.allSettled([
      pool.query(OVERFLOW),
      pool.query('select 1 as one'),
    ]);
    expect(overflow).toMatchObject({ status: 'rejected', reason: { code: '57P02' } });
    expect(behind).toMatchObject({ status: 'fulfilled', value: { rows: [{ one: 1 }] } });
    expect(await words(pool)).toEqual(['committed']);
    expect(lines).toContainEqual({
      level: 'error',
      fields: { reason: 'RangeError: Maximum call stack size exceeded' },
      message: 'the embedded database broke off; it starts again, what was committed is kept',
    });
  });

  it('never commits the first half of a statement', async () => {
    const { pool } = await openWithSmallStack();
    const rows =
      "select case when n < 3 then 'half' else repeat('[', 200000 + n)::jsonb::text end from generate_series(1, $1::int) n";
    await expect(pool.query(`insert into notes ${rows}`, [3])).rejects.toMatchObject({ code: '57P02' });
    expect(await words(pool)).toEqual([]);
    await pool.query(`insert into notes ${rows}`, [2]);
    expect(await words(pool)).toEqual(['half', 'half']);
  });

  it('does not break with the stack that is given to it: a depth bomb of a megabyte is an error of its own', async () => {
    const { pool } = await openOnDisk({});
    await expect(pool.query('select $1::jsonb', ['['.repeat(1_000_000)])).rejects.toMatchObject({
      code: '22P02',
    });
    expect(await words(pool)).toEqual([]);
  });
});

async function openOnDisk(limits: {
  readonly statementLimitMs?: number;
  readonly transactionIdleLimitMs?: number;
}) {
  const { log, lines } = createQuietLog();
  const db = await openEmbedded({
    directory: temporaryDirectory(),
    log,
    template,
    syncToDisk: false,
    ...limits,
  });
  const pool = new pg.Pool({ ...db.poolConfig, connectionTimeoutMillis: PATIENCE_MS });
  onTestFinished(async () => {
    await pool.end();
    await db.close();
  });
  return { db, pool, lines };
}

async function openWithSmallStack() {
  const { log, lines } = createQuietLog();
  const dataDirectory = path.join(temporaryDirectory(), 'postgres');
  const options = { dataDirectory, template: undefined, syncToDisk: false, log };
  await createDataDirectory({ ...options, template });
  const engine = createEngine(() => startDatabaseThread({ ...options, stackMb: SMALL_STACK_MB }));
  const limits = { statementMs: 30_000, transactionIdleMs: 30_000 };
  const config = embeddedPoolConfig({ sessions: createSessions({ engine, limits, log }), log });
  const pool = new pg.Pool({ ...config, connectionTimeoutMillis: PATIENCE_MS });
  onTestFinished(async () => {
    await pool.end();
    await engine.shutDown(async (thread) => {
      await thread.ask({ kind: 'close' }, { limitMs: 10_000 });
    });
  });
  return { pool, lines };
}

async function words(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ words: string }>('select words from notes order by words');
  return rows.map((row) => row.words);
}
