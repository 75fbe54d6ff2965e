import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, it, onTestFinished } from 'vitest';
import { SyncingNodeFS } from '../../../src/storage/embedded/syncing-node-fs.mjs';
import { temporaryDirectory } from './temporary-directory.js';

it('every commit reaches the disk before it is acknowledged, a checkpoint its files and folders', async () => {
  const directory = path.join(temporaryDirectory(), 'postgres');
  const startParams = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');
  const db = await PGlite.create({
    fs: new SyncingNodeFS(directory),
    dataDir: directory,
    startParams: [...startParams, '-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
  });
  onTestFinished(() => db.close());
  await db.exec('create table notes (words text)');

  const synced = watchSyncs();
  for (let count = 0; count < 10; count += 1) await db.query("insert into notes values ('x')");
  expect(synced.filter((file) => file.includes('pg_wal'))).toHaveLength(10);

  synced.length = 0;
  await db.exec("select pg_switch_wal(); insert into notes values ('x'); checkpoint");
  expect(synced.some((file) => file.includes('/base/'))).toBe(true);
  expect(synced).toContain(path.join(directory, 'global/pg_control'));
}, 120_000);

function watchSyncs(): string[] {
  const synced: string[] = [];
  const real = fs.fsyncSync;
  fs.fsyncSync = (descriptor) => {
    synced.push(fs.readlinkSync(`/proc/self/fd/${descriptor}`));
    real(descriptor);
  };
  syncBuiltinESMExports();
  onTestFinished(() => {
    fs.fsyncSync = real;
    syncBuiltinESMExports();
  });
  return synced;
}
