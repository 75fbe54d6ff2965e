import type pg from 'pg';
import type { Log } from '../../use-cases/log.js';
import type { Sessions } from './sessions.js';

/** Waiting for the one connection, and for the worker where it has to start again. */
const CONNECTION_TIMEOUT_MS = 10_000;

/** The settings that PG… variables of the environment would otherwise fill in are all given. */
export function embeddedPoolConfig({
  sessions,
  log,
}: {
  readonly sessions: Sessions;
  readonly log: Log;
}): pg.PoolConfig {
  return {
    stream: () => sessions.openStream(),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    host: 'embedded',
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    password: 'unused',
    ssl: false,
    // A client that is checked out has no listener of the pool's, and an `error` without one ends the process.
    onConnect: (client) => {
      client.on('error', ({ message }: Error) =>
        log.debug({ reason: message }, 'a connection to the embedded database ended'),
      );
    },
  };
}
