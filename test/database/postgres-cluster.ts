/** A throwaway PostgreSQL server on loopback, gone with the test run. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

export interface Cluster {
  readonly url: (database: string) => string;
  stop(): Promise<void>;
}

/** `durable`: commits reach the disk, as in production; tests of logic do without. */
export async function startCluster(
  bin: string,
  { durable }: { readonly durable: boolean },
): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-pg-'));
  const data = path.join(folder, 'data');
  const root = process.getuid?.() === 0;
  if (root) chownSync(folder, userId('-u'), userId('-g'));
  const as = (program: string, args: string[]): [string, string[]] =>
    root
      ? ['runuser', ['-u', 'postgres', '--', path.join(bin, program), ...args]]
      : [path.join(bin, program), args];
  execFileSync(...as('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']), {
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `port=${port}`,
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'max_connections=200',
  ];
  const speed = durable
    ? []
    : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
  const server = spawn(...as('postgres', ['-D', data, ...settings, ...speed]), { stdio: 'ignore' });
  const url = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await waitUntilUp(url('postgres'));
  return {
    url,
    async stop() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      execFileSync(...as('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']), { stdio: 'ignore' });
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function userId(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}

export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function waitUntilUp(url: string): Promise<void> {
  const UNTIL = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > UNTIL) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
