import type { Log } from '../../use-cases/log.js';
import { type ClientConnection, openConnection } from './client-connection.js';
import type { ConnectionStream } from './connection-stream.js';
import type { Engine } from './engine.js';
import { createLine } from './line.js';
import { serveSession, type SessionLimits } from './serve-session.js';
import { SessionEnded } from './session-ended.js';

const ADMIN_SHUTDOWN = '57P01';

/** PGlite has one session: connections are served one after another, each from its start to its end. */
export interface Sessions {
  openStream(): ConnectionStream;
  /** Lets running statements finish, rolls back open transactions, and refuses everything after. */
  close(): Promise<void>;
}

export function createSessions(options: {
  readonly engine: Engine;
  readonly limits: SessionLimits;
  readonly log: Log;
}): Sessions {
  const line = createLine();
  const open = new Set<ClientConnection>();
  let closing = false;

  return {
    openStream: () => openConnection((connection) => void serve(connection)),
    close: async () => {
      closing = true;
      for (const connection of open) connection.interrupt(closed());
      await line.enter();
    },
  };

  async function serve(connection: ClientConnection): Promise<void> {
    if (closing) {
      connection.refuse(closed());
      return;
    }
    open.add(connection);
    const leave = await line.enter();
    await serveSession({ connection, ...options });
    open.delete(connection);
    leave();
  }
}

function closed(): SessionEnded {
  return new SessionEnded(ADMIN_SHUTDOWN, 'the embedded database is closed');
}
