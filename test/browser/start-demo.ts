/** `earshot demo` in a process of its own: the desk on which everybody may act. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { leaveOpen } from '../left-open.js';
import { createFolder } from '../stories/database-of-a-story.js';
import { QUICKLY } from '../stories/product.js';
import { until } from '../stories/until.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** It makes a new database, which takes seconds, and on a busy machine very many. */
const START_LIMIT_MS = 180_000;

export interface Demo {
  readonly openingAddress: string;
  /** What it has said on standard output. */
  readonly said: () => string;
}

/** Starts it and waits until its day of voices was sent. */
export async function startDemo(): Promise<Demo> {
  const child = spawn(process.execPath, [...QUICKLY, CLI, 'demo'], {
    cwd: createFolder(),
    env: { PATH: process.env['PATH'], PORT: '0', DESK_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  leaveOpen(() => end(child));
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  const look = (): string | undefined => {
    if (child.exitCode !== null) throw new Error(`The demo ended before it had started:\n${complained}`);
    return said.includes('voices sent') ? /Open the desk:\s+(http\S+)/u.exec(said)?.[1] : undefined;
  };
  return { openingAddress: await until('the demo has begun', look, START_LIMIT_MS), said: () => said };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
