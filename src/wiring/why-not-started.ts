/** Why Earshot could not start, for whoever runs it: what it is about, and what would mend it. Never holds a password. */
import { resolve } from 'node:path';
import { BrokenSecretFile } from '../config/kept-secret.js';
import type { Settings } from '../config/settings.js';

type Given = Pick<Settings, 'host' | 'databaseUrl' | 'dataDirectory'>;

export function whyNotStarted(error: unknown, settings: Given): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof BrokenSecretFile)
    return `${error.message}. Take the file away, and Earshot makes a new one.`;
  const said = error as Error & Details;
  return (
    listening(said, settings) ?? writing(said, settings) ?? asking(error, said, settings) ?? wordsOf(error)
  );
}

/** What Node adds to an error of a system call. */
interface Details {
  readonly code?: string;
  readonly syscall?: string;
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
  readonly path?: string;
}

function listening({ code, syscall, port, address, hostname }: Details, { host }: Given): string | undefined {
  if (code === 'EADDRINUSE' && port !== undefined) {
    return `something else listens on port ${port}. Stop it, or choose other ports with PORT and DESK_PORT.`;
  }
  if (code === 'EACCES' && syscall === 'listen' && port !== undefined) {
    return `this user may not listen on port ${port}. Choose a port from 1024 on with PORT and DESK_PORT.`;
  }
  const isHost = code === 'EADDRNOTAVAIL' ? address === host : syscall === 'getaddrinfo' && hostname === host;
  return isHost
    ? `HOST, ${host}, is no address of this machine (${code}). Set it to 127.0.0.1, or to 0.0.0.0 to listen on every address.`
    : undefined;
}

function writing({ code = '', path }: Details, { dataDirectory }: Given): string | undefined {
  if (path === undefined || !resolve(path).startsWith(resolve(dataDirectory))) return undefined;
  return `EARSHOT_DATA, ${dataDirectory}, is no directory that Earshot can use (${code}: ${path}). Make it one that Earshot may write to, or name another.`;
}

/** What a connection that could not be had is called: https://nodejs.org/api/errors.html#common-system-errors and pg's own words. */
const AWAY = /^E(?:CONN|HOST|NET|TIMEDOUT|AI_AGAIN|NOTFOUND|PIPE)/u;
const AWAY_IN_WORDS = /timeout|terminated/iu;
/** A code of PostgreSQL's own. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/u;
/** What pg and node-pg-migrate say without one. */
const OF_THE_DATABASE = /SSL|migrations table/u;
/** Of authorisation: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const NOT_LET_IN = '28';
const NO_SUCH_DATABASE = '3D000';

function asking(error: Error, { code = '' }: Details, { databaseUrl }: Given): string | undefined {
  if (databaseUrl === undefined) return undefined;
  const [why = ''] = wordsOf(error).split('\n');
  if (why.includes('permission denied for schema')) {
    return `the user of DATABASE_URL may not make tables in its database. Make it the owner: alter database <database> owner to <user>.`;
  }
  if (code.startsWith(NOT_LET_IN)) return `DATABASE_URL: ${why}. Correct its user and password.`;
  if (code === NO_SUCH_DATABASE)
    return `DATABASE_URL: ${why}. Make it: create database <database> owner <user>.`;
  if (AWAY.test(code) || AWAY_IN_WORDS.test(why)) {
    return `the database of DATABASE_URL cannot be reached: ${why}. Start it, or correct its host and port.`;
  }
  const isOfTheDatabase = SQLSTATE.test(code) || OF_THE_DATABASE.test(why);
  return isOfTheDatabase ? `the database of DATABASE_URL cannot be used: ${why}.` : undefined;
}

/** A name with several addresses fails once for each, and the whole says nothing itself. */
function wordsOf(error: Error): string {
  if (error.message !== '' || !(error instanceof AggregateError)) return error.message;
  return error.errors.map((each) => (each instanceof Error ? each.message : String(each))).join('; ');
}
