/** Compiles the embedded database as the build does, so that a process of its own can run it: Node 20 reads no TypeScript. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface CompiledEmbedded {
  /** Of the compiled folder `src/storage/embedded`. */
  readonly directory: string;
  readonly remove: () => void;
}

export function compileEmbedded(): CompiledEmbedded {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-compiled-'));
  const settings = {
    extends: path.join(ROOT, 'tsconfig.build.json'),
    compilerOptions: {
      rootDir: path.join(ROOT, 'src'),
      outDir: folder,
      typeRoots: [path.join(ROOT, 'node_modules/@types')],
      noCheck: true,
    },
    include: [path.join(ROOT, 'src/storage/embedded')],
  };
  const settingsFile = path.join(folder, 'tsconfig.json');
  writeFileSync(settingsFile, JSON.stringify(settings));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  execFileSync(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', settingsFile], {
    stdio: 'inherit',
  });
  return {
    directory: path.join(folder, 'storage/embedded'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
