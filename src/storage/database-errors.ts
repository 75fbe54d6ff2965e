/** Sorts what PostgreSQL and its client throw: away, worth another try, or a fault of the data. */
import { DatabaseAway } from '../use-cases/failures.js';

/** Serialisation failure and deadlock: the transaction did nothing and may be run again. */
const TRY_AGAIN = new Set(['40001', '40P01']);
/**
 * https://www.postgresql.org/docs/15/errcodes-appendix.html: out of disk, memory or connections, shutting down, starting up, I/O, and a
 * statement that ran into its limit, perhaps behind the lock of a migration.
 */
const AWAY = new Set([
  '53000',
  '53100',
  '53200',
  '53300',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '58000',
  '58030',
  '25006',
]);
/** The session is over, or never began: no such database, no entry, not accepting. https://www.postgresql.org/docs/15/runtime-config-logging.html */
const SESSION_ENDS = new Set(['FATAL', 'PANIC']);
const AWAY_SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EHOSTUNREACH',
]);
/** What the pg client says, without a code, of a connection that broke or did not come. */
const AWAY_WORDS = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
  'Query read timeout',
  'the embedded database',
];

/** Indexes by which two transactions race: the one that was late takes a fresh look. */
const RACES = new Set(['alerts_matter']);
const UNIQUE_VIOLATION = '23505';

export function worthAnotherTry(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== UNIQUE_VIOLATION) return TRY_AGAIN.has(code);
  return error instanceof Error && 'constraint' in error && RACES.has(String(error.constraint));
}

/** Class 22 (data exception), 54 (limits) and a failed check: this row will never be stored as it is. Other classes are faults of ours. */
export function isDataFault(error: unknown): boolean {
  return /^(?:22|54|23514)/u.test(codeOf(error));
}

export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  const code = codeOf(error);
  if (AWAY.has(code) || AWAY_SYSTEM.has(code) || code.startsWith('08')) return true;
  if (error instanceof Error && 'severity' in error && SESSION_ENDS.has(String(error.severity))) return true;
  return error instanceof Error && AWAY_WORDS.some((words) => error.message.includes(words));
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
