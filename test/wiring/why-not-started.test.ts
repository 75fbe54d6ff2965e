import { createServer } from 'node:net';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { BrokenSecretFile } from '../../src/config/kept-secret.js';
import { whyNotStarted } from '../../src/wiring/why-not-started.js';

const SETTINGS = { host: '127.0.0.1', dataDirectory: './data' };
const SERVER = { ...SETTINGS, databaseUrl: 'postgres://kim:hidden@db.example:5432/earshot' };

function failed(message: string, details: object): Error {
  return Object.assign(new Error(message), details);
}

async function listenFault(host: string, port: number): Promise<Error> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', resolve);
    server.listen({ host, port }, () => server.close(() => reject(new Error('it listens'))));
  });
}

describe('what could not be listened on names the variable and the cure', () => {
  it('HOST, where no address of this machine is meant', async () => {
    // Kept for documents, and nobody's: https://www.rfc-editor.org/rfc/rfc5737
    const host = '192.0.2.1';
    expect(whyNotStarted(await listenFault(host, 0), { ...SETTINGS, host })).toBe(
      'HOST, 192.0.2.1, is no address of this machine (EADDRNOTAVAIL). Set it to 127.0.0.1, or to 0.0.0.0 to listen on every address.',
    );
    const unknown = failed('getaddrinfo ENOTFOUND a.example', {
      code: 'ENOTFOUND',
      syscall: 'getaddrinfo',
      hostname: 'a.example',
    });
    expect(whyNotStarted(unknown, { ...SERVER, host: 'a.example' })).toContain(
      'HOST, a.example, is no address',
    );
    expect(whyNotStarted(unknown, SERVER)).toContain('DATABASE_URL cannot be reached');
  });

  it('ports that are taken, or not for this user', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen({ host: '127.0.0.1', port: 0 }, resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(whyNotStarted(await listenFault('127.0.0.1', port), SETTINGS)).toBe(
      `something else listens on port ${port}. Stop it, or choose other ports with PORT and DESK_PORT.`,
    );
    await new Promise((resolve) => taken.close(resolve));
    const refused = failed('listen EACCES: permission denied 127.0.0.1:80', {
      code: 'EACCES',
      syscall: 'listen',
      address: '127.0.0.1',
      port: 80,
    });
    expect(whyNotStarted(refused, SETTINGS)).toBe(
      'this user may not listen on port 80. Choose a port from 1024 on with PORT and DESK_PORT.',
    );
  });
});

describe('what DATABASE_URL leads to names it and the cure, and never the password', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:1', { code: 'ECONNREFUSED', syscall: 'connect' }, 'cannot be reached'],
    ['timeout expired', {}, 'Start it, or correct its host and port.'],
    ['password authentication failed for user "kim"', { code: '28P01' }, 'Correct its user and password.'],
    ['database "earshot" does not exist', { code: '3D000' }, 'create database <database> owner <user>'],
    ['The server does not support SSL connections', {}, 'cannot be used: The server does not support SSL'],
    [
      'Unable to ensure migrations table: error: permission denied for schema public\n    at /a/client.js:1:1',
      {},
      'may not make tables in its database. Make it the owner: alter database <database> owner to <user>.',
    ],
  ])('%s', (message, details, words) => {
    const said = whyNotStarted(failed(message, details), SERVER);
    expect(said).toContain('DATABASE_URL');
    expect(said).toContain(words);
    expect(said).not.toMatch(/hidden|\n/u);
  });

  it('says something where each address of a name refused', async () => {
    const client = new pg.Client({ connectionString: 'postgres://kim@127.0.0.1:1/earshot' });
    const refused = await client.connect().then(
      () => new Error('somebody answers'),
      (error: unknown) => error as Error,
    );
    const both = Object.assign(new AggregateError([refused, refused]), { code: 'ECONNREFUSED' });
    expect(whyNotStarted(both, SERVER)).toBe(
      'the database of DATABASE_URL cannot be reached: connect ECONNREFUSED 127.0.0.1:1; connect ECONNREFUSED 127.0.0.1:1. Start it, or correct its host and port.',
    );
  });

  it('what is none of its doing stays as it is', () => {
    const newer = 'the tables are of a newer Earshot (0099-x): run that version, or a newer one';
    expect(whyNotStarted(new Error(newer), SERVER)).toBe(newer);
  });
});

it('what cannot be written or read in the data directory names EARSHOT_DATA', () => {
  const unwritable = failed("EACCES: permission denied, open 'data/session-key'", {
    code: 'EACCES',
    syscall: 'open',
    path: 'data/session-key',
  });
  expect(whyNotStarted(unwritable, SETTINGS)).toBe(
    'EARSHOT_DATA, ./data, is no directory that Earshot can use (EACCES: data/session-key). Make it one that Earshot may write to, or name another.',
  );
  const missing = failed("ENOENT: no such file, open '/opt/earshot/dist/a'", { path: '/opt/earshot/dist/a' });
  expect(whyNotStarted(missing, SETTINGS)).toBe(missing.message);
  expect(whyNotStarted(new BrokenSecretFile('data/session-key holds no such secret'), SETTINGS)).toBe(
    'data/session-key holds no such secret. Take the file away, and Earshot makes a new one.',
  );
});
