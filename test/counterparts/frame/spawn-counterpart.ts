import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { type Remote, remoteCounterpart } from './remote-counterpart.js';

const COUNTERPARTS = dirname(dirname(fileURLToPath(import.meta.url)));
const FRAME = 'frame';

/** What the process printed of itself, and the way to it. */
export type Spawned<Commands, Addresses> = Addresses & {
  readonly controlUrl: string;
  readonly commands: Remote<Commands>;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/** Starts a counterpart as a process of its own, so that its work and its memory are not counted with another's. */
export async function spawnCounterpart<Commands, Addresses>(options: {
  /** Its folder beside this one, in which `main.ts` starts it: `slack`. */
  readonly folder: string;
  /** What its start takes, as JSON. */
  readonly given: object;
}): Promise<Spawned<Commands, Addresses>> {
  const target = await mkdtemp(join(tmpdir(), `${options.folder}-counterpart-`));
  await translateInto(target, [options.folder, FRAME]);
  const main = join(target, options.folder, 'main.js');
  const child = spawn(process.execPath, [main, JSON.stringify(options.given)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await rm(target, { recursive: true, force: true });
  };
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The counterpart in ${options.folder} ended before it had started`);
  });
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string];
  ended.catch(() => undefined);
  const printed = JSON.parse(line) as Addresses & { readonly controlUrl: string };
  const commands = remoteCounterpart<Commands>(printed.controlUrl);
  return { ...printed, commands, pid: child.pid ?? 0, stop };
}

/** Node 20 runs no TypeScript; these files need nothing but Node, so taking their types off is enough. */
async function translateInto(target: string, folders: readonly string[]): Promise<void> {
  await writeFile(join(target, 'package.json'), '{"type":"module"}');
  for (const file of (await Promise.all(folders.map(filesIn))).flat()) {
    const { outputText } = ts.transpileModule(await readFile(join(COUNTERPARTS, file), 'utf8'), {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        verbatimModuleSyntax: true,
      },
    });
    const translated = join(target, file.replace(/\.ts$/u, '.js'));
    await mkdir(dirname(translated), { recursive: true });
    await writeFile(translated, outputText);
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(join(COUNTERPARTS, folder), { recursive: true }))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('spawn-'))
    .map((file) => join(folder, file));
}
