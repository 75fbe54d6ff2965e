import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { lockDirectory } from '../../../src/storage/embedded/lock-directory.js';
import { openEmbedded } from '../../../src/storage/embedded/open-embedded.js';
import { copyTemplateTo } from '../../stories/database-of-a-story.js';
import { QUICKLY } from '../../stories/product.js';
import { createQuietLog } from './quiet-log.js';
import { temporaryDirectory } from './temporary-directory.js';

/** As the build compiled it, so that a process of its own can run it: Node 20 reads no TypeScript. */
const COMPILED = fileURLToPath(new URL('../../../dist/storage/embedded', import.meta.url));
/** `npm run test:chaos` kills more often. */
const KILLS = Number(process.env['EARSHOT_TEST_KILLS'] ?? 5);
/** Of insert-until-killed.mjs, each with one transaction at a time. */
const WRITERS = 4;
const RUNS_AT_MOST_MS = 400;
/** Nothing here is about speed: on a busy machine each start may take half a minute. */
const PATIENCE_MS = 180_000 + KILLS * 30_000;

beforeAll(() => {
  if (!existsSync(COMPILED)) throw new Error(`${COMPILED} is missing: run \`npm run build\` first`);
});

describe('a process that is killed', () => {
  it(
    'loses no acknowledged row, keeps no half transaction, and the next start takes over at once',
    async () => {
      const directory = temporaryDirectory();
      copyTemplateTo(directory);
      const acknowledged: string[] = [];
      const runs = Array.from({ length: KILLS }, (_, run) => `run${run}`);
      for (const run of runs) {
        const child = start('insert-until-killed.mjs', directory, run);
        // However slow the machine is, it dies while it writes.
        await child.says('acknowledged ');
        await wait(Math.random() * RUNS_AT_MOST_MS);
        expect(await child.kill()).toBe('SIGKILL');
        acknowledged.push(...child.lines.flatMap((line) => /^acknowledged (.+)$/u.exec(line)?.[1] ?? []));
      }

      const rows = await read(
        directory,
        'select pair, count(*)::int as halves, count(distinct half)::int as different from pairs group by pair',
      );
      const stored = new Set(rows.map(({ pair }) => pair));
      console.log(`${KILLS} kills, ${acknowledged.length} acknowledged transactions, ${rows.length} stored`);
      const written = runs.map((run) => [run, acknowledged.some((pair) => pair.startsWith(`${run}-`))]);
      expect(written).toEqual(runs.map((run) => [run, true]));
      expect(new Set(acknowledged).size).toBe(acknowledged.length);
      // Beyond what was acknowledged only what each writer was about to acknowledge when it died.
      expect(rows.length).toBeLessThanOrEqual(acknowledged.length + KILLS * WRITERS);
      expect(acknowledged.filter((pair) => !stored.has(pair))).toEqual([]);
      expect(rows.filter(({ halves, different }) => halves !== 2 || different !== 2)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'while it makes the database leaves nothing that stops the next start',
    async () => {
      const directory = temporaryDirectory();
      const unfinished = path.join(directory, 'postgres.unfinished');
      const child = start('insert-until-killed.mjs', directory, 'first');
      while (!existsSync(path.join(unfinished, 'PG_VERSION'))) await wait(5);
      await child.kill();
      expect(existsSync(path.join(directory, 'postgres'))).toBe(false);

      expect(await read(directory, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(existsSync(unfinished)).toBe(false);
    },
    PATIENCE_MS,
  );
});

describe('the lock of a data directory, between processes', () => {
  it(
    'names the holder to a second process and is free as soon as the holder is killed',
    async () => {
      const directory = temporaryDirectory();
      const holder = start('lock-until-killed.mjs', directory, '0');
      await holder.says('{"kind":"locked"}');
      expect(await lockDirectory(directory)).toEqual({ kind: 'held', pid: holder.pid });
      await expect(openEmbedded({ directory, log: createQuietLog().log })).rejects.toThrow(
        `the data directory ${directory} is in use by process ${holder.pid}; stop that first`,
      );

      await holder.kill();
      const taken = await lockDirectory(directory);
      expect(taken.kind).toBe('locked');
      if (taken.kind === 'locked') await taken.release();
      expect(readdirSync(directory)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'a holder that is stopped and cannot answer still holds',
    async () => {
      const directory = temporaryDirectory();
      const holder = start('lock-until-killed.mjs', directory, '0');
      await holder.says('{"kind":"locked"}');
      process.kill(holder.pid, 'SIGSTOP');
      expect(await lockDirectory(directory)).toEqual({ kind: 'held', pid: undefined });
    },
    PATIENCE_MS,
  );

  it(
    'of several starters that find a dead lock at the same moment one wins',
    async () => {
      const directory = temporaryDirectory();
      for (let round = 0; round < 3; round += 1) {
        const dead = start('lock-until-killed.mjs', directory, '0');
        await dead.says('{"kind":"locked"}');
        await dead.kill();
        const moment = String(Date.now() + 1_500);
        const starters = [1, 2, 3, 4].map(() => start('lock-until-killed.mjs', directory, moment));
        const said = await Promise.all(starters.map((starter) => starter.says('{')));
        await Promise.all(starters.map((starter) => starter.kill()));
        expect(said.filter((line) => line.includes('locked'))).toHaveLength(1);
      }
    },
    PATIENCE_MS,
  );
});

interface Started {
  readonly pid: number;
  readonly lines: string[];
  /** The first line that begins like this. */
  says(beginning: string): Promise<string>;
  /** Resolves with the signal it died of, once all that it said is read; null where it had ended by itself. */
  kill(): Promise<NodeJS.Signals | null>;
}

function start(program: string, ...args: readonly string[]): Started {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [...QUICKLY, file, COMPILED, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    await kill(child);
  });
  const lines: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return {
    pid: child.pid!,
    lines,
    says: async (beginning) => {
      for (;;) {
        const line = lines.find((one) => one.startsWith(beginning));
        if (line !== undefined) return line;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`${program} ended before it said ${beginning}`);
        await wait(5);
      }
    },
    kill: () => kill(child),
  };
}

async function kill(child: ChildProcess): Promise<NodeJS.Signals | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.signalCode;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await closed;
  return child.signalCode;
}

async function read(directory: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const db = await openEmbedded({ directory, log: createQuietLog().log, syncToDisk: false });
  const pool = new pg.Pool(db.poolConfig);
  try {
    return (await pool.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await pool.end();
    await db.close();
  }
}
