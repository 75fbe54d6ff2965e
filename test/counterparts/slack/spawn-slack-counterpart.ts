import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { remoteSlackCounterpart, type RemoteSlackCounterpart } from './remote-slack-counterpart.js';
import type { SlackCounterpartOptions } from './slack-counterpart.js';

const HERE = dirname(fileURLToPath(import.meta.url));

export interface SpawnedSlackCounterpart {
  readonly slack: RemoteSlackCounterpart;
  readonly apiUrl: string;
  readonly controlUrl: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts the counterpart as a process of its own, so that its work and its memory are not counted with another's. */
export async function spawnSlackCounterpart(
  options: Omit<SlackCounterpartOptions, 'clock'> = {},
): Promise<SpawnedSlackCounterpart> {
  const folder = await mkdtemp(join(tmpdir(), 'slack-counterpart-'));
  await translateInto(folder);
  const main = join(folder, 'main.js');
  const child = spawn(process.execPath, [main, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  const ended = once(child, 'exit').then(() => {
    throw new Error('The counterpart of Slack ended before it had started');
  });
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string];
  ended.catch(() => undefined);
  const { apiUrl, controlUrl } = JSON.parse(line) as { readonly apiUrl: string; readonly controlUrl: string };
  return { slack: remoteSlackCounterpart({ controlUrl }), apiUrl, controlUrl, pid: child.pid ?? 0, stop };
}

/** Node 20 runs no TypeScript; these files need nothing but Node, so taking their types off is enough. */
async function translateInto(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const files = (await readdir(HERE, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('spawn-'),
  );
  for (const file of files) {
    const { outputText } = ts.transpileModule(await readFile(join(HERE, file), 'utf8'), {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        verbatimModuleSyntax: true,
      },
    });
    const target = join(folder, file.replace(/\.ts$/u, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, outputText);
  }
}
