import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A Unix socket's path has room for 107 bytes on Linux, 103 on macOS (sun_path); a lock's name takes 28 with its slash. */
const LONGEST_DIRECTORY_BYTES = 75;

/** A path to `directory` short enough for sockets in it: its own, or a symbolic link for as long as it is needed. */
export async function reachDirectory(
  directory: string,
): Promise<{ readonly path: string; readonly done: () => Promise<void> }> {
  const absolute = path.resolve(directory);
  if (Buffer.byteLength(absolute) <= LONGEST_DIRECTORY_BYTES)
    return { path: absolute, done: () => Promise.resolve() };
  const folder = await mkdtemp(path.join(tmpdir(), 'earshot-'));
  const link = path.join(folder, 'd');
  await symlink(absolute, link);
  return { path: link, done: () => rm(folder, { recursive: true, force: true }) };
}
