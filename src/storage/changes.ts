/** Tells this process, and on a server every other one, that something people look at has changed. Only a wake-up: nothing is lost with it. */
import pg from 'pg';
import type { Log } from '../use-cases/log.js';

export interface Changes {
  subscribe(listener: () => void): () => void;
  /** After a commit. */
  publish(): void;
  close(): Promise<void>;
}

const CHANNEL = 'earshot_changes';
/** Other processes are told at most this often. */
const TELL_EVERY_MS = 200;
const RECONNECT_MS = 2_000;

export function createChanges(options: { readonly url?: string | undefined; readonly log: Log }): Changes {
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const others = options.url === undefined ? undefined : joinOthers(options.url, notify, options.log);
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    publish() {
      notify();
      others?.tell();
    },
    close: () => others?.leave() ?? Promise.resolve(),
  };
}

/** A connection of its own: LISTEN belongs to a session, and a pool's come and go. */
function joinOthers(url: string, heard: () => void, log: Log): { tell(): void; leave(): Promise<void> } {
  let client: pg.Client | undefined;
  let leaving = false;
  let telling: NodeJS.Timeout | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: url,
      keepAlive: true,
      application_name: 'earshot-changes',
    });
    fresh.on('error', () => undefined);
    fresh.on('end', () => {
      client = undefined;
      if (!leaving) retry = setTimeout(() => void connect(), RECONNECT_MS);
    });
    fresh.on('notification', ({ processId }) => {
      // A process is not told by itself: it knew first.
      if (processId !== backendOf(fresh)) heard();
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
      client = fresh;
      heard();
    } catch (error) {
      log.debug(
        { why: error instanceof Error ? error.message : String(error) },
        'cannot listen to other processes yet',
      );
      await fresh.end().catch(() => undefined);
    }
  };
  void connect();

  return {
    tell() {
      telling ??= setTimeout(() => {
        telling = undefined;
        client?.query(`notify ${CHANNEL}`).catch(() => undefined);
      }, TELL_EVERY_MS);
    },
    async leave() {
      leaving = true;
      clearTimeout(telling);
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}

function backendOf(client: pg.Client): number | undefined {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : undefined;
}
