/** Once a run: migrated databases to copy, one on a throwaway server and one embedded, so that every test file gets its own quickly. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/storage/migrate.js';
import { openEmbedded } from '../../src/storage/embedded/open-embedded.js';
import { quietLog } from '../quiet-log.js';
import { findPostgres } from './find-postgres.js';
import { type Cluster, startCluster } from './postgres-cluster.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server; null where the machine has no PostgreSQL. */
    readonly serverUrl: string | null;
    /** File that holds the embedded template. */
    readonly embeddedTemplate: string;
  }
}

export const TEMPLATE = 'earshot_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [cluster, template] = await Promise.all([startServer(), embeddedTemplate()]);
  project.provide('serverUrl', cluster?.url('postgres') ?? null);
  project.provide('embeddedTemplate', template);
  return async () => {
    await cluster?.stop();
  };
}

async function startServer(): Promise<Cluster | undefined> {
  const bin = findPostgres();
  if (bin === undefined) {
    if (process.env['CI']) throw new Error('PostgreSQL is missing: in CI nothing may be left out');
    console.log(
      'Left out: everything on a PostgreSQL server. Install it to include it: apt-get install postgresql',
    );
    return undefined;
  }
  const cluster = await startCluster(bin, { durable: false });
  await run(cluster.url('postgres'), `create database ${TEMPLATE}`);
  const pool = new pg.Pool({ connectionString: cluster.url(TEMPLATE) });
  await migrate(pool, quietLog);
  await pool.end();
  return cluster;
}

/** Kept between runs: making a database takes seconds. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/earshot', import.meta.url));
const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const PGLITE = fileURLToPath(
  new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url),
);

async function embeddedTemplate(): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(PGLITE));
  for (const name of readdirSync(MIGRATIONS).sort())
    hash.update(name).update(readFileSync(path.join(MIGRATIONS, name)));
  const file = path.join(CACHE, `embedded-${hash.digest('hex').slice(0, 16)}.tar`);
  if (existsSync(file)) return file;
  const embedded = await openEmbedded({ directory: undefined, log: quietLog });
  const pool = new pg.Pool(embedded.poolConfig);
  await migrate(pool, quietLog);
  await pool.end();
  mkdirSync(CACHE, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, await embedded.dump());
  renameSync(unfinished, file);
  await embedded.close();
  return file;
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
