/** What one durable row a commit costs with `pg`, at 32 connections: the database's own limit under this client. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { quantiles } from './load.js';

export async function oneRowCommits(
  url: string,
  seconds: number,
): Promise<{ readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number }> {
  const pool = new pg.Pool({ connectionString: url, max: 32 });
  await pool.query('create table one_row (key bytea primary key, body bytea not null)');
  const body = Buffer.alloc(1_000, 'x');
  const latencies: number[] = [];
  const until = performance.now() + seconds * 1000;
  let next = 0;
  const insert = { name: 'one_row', text: 'insert into one_row values ($1, $2) on conflict do nothing' };
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const started = performance.now();
      await pool.query({ ...insert, values: [createHash('sha256').update(String(next++)).digest(), body] });
      latencies.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  await pool.query('drop table one_row');
  await pool.end();
  return { perSecond: latencies.length / seconds, ...quantiles(latencies) };
}
