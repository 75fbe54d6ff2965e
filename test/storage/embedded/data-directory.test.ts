import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectPostgresDirectory, makeOwnDirectory } from '../../../src/storage/embedded/data-directory.js';
import { lockDirectory } from '../../../src/storage/embedded/lock-directory.js';
import { openEmbedded } from '../../../src/storage/embedded/open-embedded.js';
import { createQuietLog } from './quiet-log.js';
import { temporaryDirectory } from './temporary-directory.js';

describe('what is found in a data directory', () => {
  it('nothing, an empty folder, and a database are told apart', () => {
    const directory = temporaryDirectory();
    expect(inspectPostgresDirectory(path.join(directory, 'postgres'))).toBe('nothing');
    expect(inspectPostgresDirectory(directory)).toBe('nothing');
    writeFileSync(path.join(directory, 'PG_VERSION'), '18\n');
    expect(inspectPostgresDirectory(directory)).toBe('database');
  });

  it('a database of another major version is refused, untouched, and unlocked again', async () => {
    const directory = temporaryDirectory();
    const postgres = path.join(directory, 'postgres');
    mkdirSync(postgres);
    writeFileSync(path.join(postgres, 'PG_VERSION'), '17\n');
    await expect(openEmbedded({ directory, log: createQuietLog().log })).rejects.toThrow(
      `${postgres} was written by PostgreSQL 17, and this version of Earshot has PostgreSQL 18 built in`,
    );
    expect(readdirSync(directory)).toEqual(['postgres']);
    expect(readdirSync(postgres)).toEqual(['PG_VERSION']);
  });

  it('files that are no database are refused and untouched', async () => {
    const directory = temporaryDirectory();
    const postgres = path.join(directory, 'postgres');
    mkdirSync(postgres);
    writeFileSync(path.join(postgres, 'holiday.jpg'), 'not a database');
    await expect(openEmbedded({ directory, log: createQuietLog().log })).rejects.toThrow(
      `${postgres} holds files but no PostgreSQL database`,
    );
    expect(readdirSync(postgres)).toEqual(['holiday.jpg']);
  });

  it('a file where the directory should be is named', async () => {
    const file = path.join(temporaryDirectory(), 'data');
    writeFileSync(file, '');
    await expect(openEmbedded({ directory: file, log: createQuietLog().log })).rejects.toThrow(
      `the data directory ${file} cannot be made`,
    );
  });

  it('a damaged database does not start, with the reason of PostgreSQL', async () => {
    const directory = temporaryDirectory();
    mkdirSync(path.join(directory, 'postgres'));
    writeFileSync(path.join(directory, 'postgres', 'PG_VERSION'), '18\n');
    await expect(openEmbedded({ directory, log: createQuietLog().log })).rejects.toThrow(
      'the embedded database does not start: ',
    );
    expect(await lockDirectory(directory)).toMatchObject({ kind: 'locked' });
  });

  it('a directory that we make belongs to its owner only', async () => {
    const directory = path.join(temporaryDirectory(), 'new', 'data');
    await makeOwnDirectory(directory);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  it('a directory that was there keeps the rights it had', async () => {
    const directory = temporaryDirectory();
    chmodSync(directory, 0o750);
    await makeOwnDirectory(directory);
    expect(statSync(directory).mode & 0o777).toBe(0o750);
  });
});

describe('the lock of a data directory, within a process', () => {
  it('is refused twice and given again after it was released', async () => {
    const directory = temporaryDirectory();
    const first = await lockDirectory(directory);
    expect(await lockDirectory(directory)).toEqual({ kind: 'held', pid: process.pid });
    await expect(openEmbedded({ directory, log: createQuietLog().log })).rejects.toThrow(
      `the data directory ${directory} is in use by this process`,
    );
    if (first.kind === 'locked') await first.release();
    expect(await lockDirectory(directory)).toMatchObject({ kind: 'locked' });
  });

  it('works in a directory whose path is too long for a socket', async () => {
    const directory = path.join(temporaryDirectory(), 'a'.repeat(120));
    mkdirSync(directory);
    expect(await lockDirectory(directory)).toMatchObject({ kind: 'locked' });
    expect(await lockDirectory(directory)).toEqual({ kind: 'held', pid: process.pid });
    expect(readdirSync(directory)).toHaveLength(1);
  });

  it('of twenty at the same moment one is given', async () => {
    const directory = temporaryDirectory();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => lockDirectory(directory)));
    expect(outcomes.filter(({ kind }) => kind === 'locked')).toHaveLength(1);
  });
});
