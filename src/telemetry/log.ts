import { pino } from 'pino';
import type { Log } from '../use-cases/log.js';

/** One JSON object a line on standard error; callers hand in no personal data and no secrets, and JSON keeps a line a line. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError, error: describeError },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** What may be said of an error: PostgreSQL quotes values in its messages and details, and a value may be a customer's. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'something that is no error was thrown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const fromDatabase = 'severity' in error;
  const message = fromDatabase ? error.message.replace(/"[^"]*"/gu, '"…"') : error.message;
  const frames = error.stack
    ?.split('\n')
    .filter((each) => /^\s+at /u.test(each))
    .slice(0, 8);
  return {
    type: error.name,
    message,
    code,
    frames,
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
