import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { remoteTeamsCounterpart, type RemoteTeamsCounterpart } from './remote-teams-counterpart.js';
import type { TeamsAddresses, TeamsCounterpartOptions } from './teams-counterpart.js';

const COUNTERPARTS = dirname(dirname(fileURLToPath(import.meta.url)));
/** What this counterpart shares with the other one. */
const SHARED: readonly string[] = ['slack/ids.ts', 'slack/json-object.ts', 'slack/listener.ts'];

export interface SpawnedTeamsCounterpart extends TeamsAddresses {
  readonly teams: RemoteTeamsCounterpart;
  readonly controlUrl: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts the counterpart as a process of its own, so that its work and its memory are not counted with another's. */
export async function spawnTeamsCounterpart(
  options: Omit<TeamsCounterpartOptions, 'clock'> = {},
): Promise<SpawnedTeamsCounterpart> {
  const folder = await mkdtemp(join(tmpdir(), 'teams-counterpart-'));
  await translateInto(folder);
  const main = join(folder, 'teams', 'main.js');
  const child = spawn(process.execPath, [main, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  const ended = once(child, 'exit').then(() => {
    throw new Error('The counterpart of Teams ended before it had started');
  });
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string];
  ended.catch(() => undefined);
  const addresses = JSON.parse(line) as TeamsAddresses & { readonly controlUrl: string };
  const { controlUrl } = addresses;
  return { ...addresses, teams: remoteTeamsCounterpart({ controlUrl }), pid: child.pid ?? 0, stop };
}

/** Node 20 runs no TypeScript; these files need nothing but Node, so taking their types off is enough. */
async function translateInto(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const own = (await readdir(join(COUNTERPARTS, 'teams'), { recursive: true }))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('spawn-'))
    .map((file) => join('teams', file));
  for (const file of [...own, ...SHARED]) {
    const { outputText } = ts.transpileModule(await readFile(join(COUNTERPARTS, file), 'utf8'), {
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
