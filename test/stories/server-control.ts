/** What a story does to a database of the server behind the product's back. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createFolder, type StoryDatabase } from './database-of-a-story.js';

/** One statement on the server's own database. */
async function onTheServer(sql: string): Promise<void> {
  await query(serverUrl(), sql);
}

export async function query<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The address of a database without a table: the product makes them. */
export async function createEmptyDatabase(): Promise<string> {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await onTheServer(`create database ${name}`);
  return serverUrl().replace(/\/postgres$/u, `/${name}`);
}

/** The same for a story, with a folder of its own. */
export async function createEmptyStoryDatabase(): Promise<StoryDatabase> {
  const url = await createEmptyDatabase();
  const folder = createFolder();
  return { url, folder, env: { DATABASE_URL: url, EARSHOT_DATA: `${folder}/data` } };
}

/** Nobody gets in any more, and whoever is in is thrown out. */
export async function takeAway(url: string): Promise<void> {
  await onTheServer(`alter database ${nameOf(url)} allow_connections false`);
  await onTheServer(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${nameOf(url)}'`,
  );
}

export async function bringBack(url: string): Promise<void> {
  await onTheServer(`alter database ${nameOf(url)} allow_connections true`);
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

function serverUrl(): string {
  const url = inject('serverUrl');
  if (url === null) throw new Error('there is no PostgreSQL on this machine');
  return url;
}
