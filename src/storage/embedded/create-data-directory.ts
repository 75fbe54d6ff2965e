/** Makes a new database beside its place and moves it there whole: a start that is cut off leaves nothing half made. */
import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { startDatabaseThread, type ThreadOptions } from './database-thread.js';
import { makeOwnDirectory } from './data-directory.js';

const CLOSE_LIMIT_MS = 60_000;
/** As many as Node's file system works on at once. */
const SYNCS_AT_ONCE = 4;

/**
 * Only under the directory's lock. In a thread of its own, because making a database takes some 600 MB more than running one.
 * Reaches the disk in one go at the end, where that is asked for.
 */
export async function createDataDirectory(
  options: ThreadOptions & { readonly dataDirectory: string },
): Promise<void> {
  const { dataDirectory, syncToDisk } = options;
  const unfinished = `${dataDirectory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await makeOwnDirectory(unfinished);
  const thread = await startDatabaseThread({ ...options, dataDirectory: unfinished, syncToDisk: false });
  await thread.ask({ kind: 'close' }, { limitMs: CLOSE_LIMIT_MS });
  await thread.ended;
  if (syncToDisk) await syncTree(unfinished);
  await rename(unfinished, dataDirectory);
  if (syncToDisk) await syncOne(path.dirname(dataDirectory));
}

async function syncTree(directory: string): Promise<void> {
  const names = await readdir(directory, { recursive: true });
  const waiting = ['', ...names];
  await Promise.all(Array.from({ length: SYNCS_AT_ONCE }, syncNext));

  async function syncNext(): Promise<void> {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
      await syncOne(path.join(directory, name));
  }
}

async function syncOne(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
