/** The product as whoever runs it starts it: by its own command, in a process of its own, with nothing but an environment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { leaveOpen } from '../left-open.js';
import { until } from './until.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** What Node is told of every program that a test starts. */
export const QUICKLY = ['--import', new URL('compile-quickly.mjs', import.meta.url).href] as const;

/** The embedded database takes its time at the very first start, on a busy machine very much of it. */
const START_LIMIT_MS = 60_000;
/** Draining ends by itself within 10 s. */
const STOP_LIMIT_MS = 30_000;

export interface ProductOptions {
  /** All that the process sees of an environment, besides PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Where `./data` and `./earshot.yaml` would be. */
  readonly folder: string;
  /** What Node itself is told, such as --expose-gc. */
  readonly nodeFlags?: readonly string[];
}

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Product {
  /** http://127.0.0.1:40123 */
  readonly address: string;
  /** http://127.0.0.1:40124 */
  readonly deskAddress: string;
  /** Opens the desk, once. */
  readonly openingAddress: string;
  readonly pid: number;
  /** What it has said on standard output. */
  readonly said: () => string;
  /** What it has logged on standard error. */
  readonly log: () => readonly LogLine[];
  readonly readyz: () => Promise<Readiness>;
  /** SIGTERM, to which it ends in good order. */
  readonly stop: () => Promise<void>;
  /** SIGKILL, as a power cut. */
  readonly kill: () => Promise<void>;
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<Ended>;
}

export interface Readiness {
  readonly status: number;
  readonly database: string;
  readonly platforms: readonly {
    readonly name: string;
    readonly state: string;
    readonly reason?: string;
  }[];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Starts it and waits until it takes webhooks. Throws, with all it said, where it does not start. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { child, ended, said, complained } = begin(options);
  const line = (pattern: RegExp): string | undefined => pattern.exec(said())?.[1];
  const look = () => {
    const address = line(/webhooks at (http\S+)\/hooks\//u);
    const openingAddress = line(/Open the desk: (http\S+)/u);
    return address !== undefined && openingAddress !== undefined ? { address, openingAddress } : undefined;
  };
  const died = ended.then(({ code, signal }): never => {
    throw new Error(
      `The product ended with ${String(code ?? signal)} before it had started:\n${complained()}`,
    );
  });
  const started = await Promise.race([until('the product listens', look, START_LIMIT_MS), died]);
  died.catch(() => undefined);
  const readyz = () => askReadyz(started.address);
  await until('the database accepts', async () => ((await readyz()).status === 200 ? true : undefined));
  return {
    ...started,
    deskAddress: new URL(started.openingAddress).origin,
    pid: child.pid ?? 0,
    said,
    log: () => readLog(complained()),
    readyz,
    ended,
    async stop() {
      child.kill('SIGTERM');
      const tooLong = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      expect(await ended).toEqual({ code: 0, signal: null });
      clearTimeout(tooLong);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export interface Run extends Ended {
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts it and waits until it has ended by itself. */
export async function runProduct(options: ProductOptions): Promise<Run> {
  const { child, ended, said, complained } = begin(options);
  const tooLong = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
  const { code, signal } = await ended;
  clearTimeout(tooLong);
  return { code, signal, stdout: said(), stderr: complained() };
}

function begin({ env, folder, nodeFlags = [] }: ProductOptions) {
  if (!existsSync(CLI)) throw new Error('dist/cli.js is missing: run `npm run build` first');
  const child = spawn(process.execPath, [...QUICKLY, ...nodeFlags, CLI, 'start'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', DESK_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  leaveOpen(() => end(child));
  const lines = { out: [] as string[], err: [] as string[] };
  createInterface(child.stdout).on('line', (line) => lines.out.push(line));
  createInterface(child.stderr).on('line', (line) => lines.err.push(line));
  // `close` rather than `exit`: by then all it said has been read.
  const ended = once(child, 'close').then(([code, signal]): Ended => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }));
  return {
    child,
    ended,
    said: () => lines.out.join('\n'),
    complained: () => lines.err.join('\n'),
  };
}

async function askReadyz(address: string): Promise<Readiness> {
  const response = await fetch(`${address}/readyz`);
  return { status: response.status, ...((await response.json()) as Omit<Readiness, 'status'>) };
}

function readLog(text: string): readonly LogLine[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as LogLine);
}
