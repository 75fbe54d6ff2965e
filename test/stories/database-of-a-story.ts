/** Where the product of a story keeps what it knows, as its environment says it: a server's database or a folder of its own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { createServerDatabase, onServer } from '../database/test-database.js';
import { leaveOpen } from '../left-open.js';

export interface StoryDatabase {
  /** For the product; the same again for a restart or a second process. */
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** The server's address; only there. */
  readonly url?: string;
}

export function createFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-story-'));
  leaveOpen(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A database with its tables and without a row; the embedded one is a copy too, since making one takes seconds. */
export async function createStoryDatabase(): Promise<StoryDatabase> {
  const folder = createFolder();
  const data = path.join(folder, 'data');
  if (onServer) {
    const url = await createServerDatabase();
    return { folder, url, env: { DATABASE_URL: url, EARSHOT_DATA: data } };
  }
  copyTemplateTo(data);
  return { folder, env: { EARSHOT_DATA: data } };
}

/** An embedded database with its tables and without a row, where `directory` is the data directory of a product. */
export function copyTemplateTo(directory: string): void {
  const postgres = path.join(directory, 'postgres');
  mkdirSync(postgres, { recursive: true, mode: 0o700 });
  execFileSync('tar', ['-xf', inject('embeddedTemplate'), '-C', postgres], { stdio: 'ignore' });
}
