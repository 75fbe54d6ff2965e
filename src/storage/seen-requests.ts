import { createHash } from 'node:crypto';
import type { SeenRequests } from '../use-cases/seen-requests.js';
import type { Transaction } from '../use-cases/transaction.js';
import { type Sql, statement } from './sql.js';

/** A row comes back where the key is new, or was begun by a process that died over it. */
const BEGIN = statement(
  'begin_request',
  `insert into seen_requests as r (key, seen_at) values ($1, $2)
   on conflict (key) do update set seen_at = excluded.seen_at
     where r.done_at is null and r.seen_at < excluded.seen_at - interval '1 minute'
   returning key`,
);
const STATE = statement(
  'request_state',
  'select done_at is not null as done from seen_requests where key = $1',
);
const DONE = statement(
  'request_done',
  'update seen_requests set done_at = coalesce(done_at, seen_at) where key = $1',
);
const GIVE_UP = statement('give_up_request', 'delete from seen_requests where key = $1 and done_at is null');

export interface SeenRequestsStore {
  beginRequest(key: string, at: Date): Promise<'new' | 'done' | 'in_progress'>;
  requestDone(key: string): Promise<void>;
  giveUpRequest(key: string): Promise<void>;
}

export function createSeenRequestsStore(sql: Sql): SeenRequestsStore {
  return {
    async beginRequest(key, at) {
      const digest = digestOf(key);
      if ((await sql(BEGIN, [digest, at])).length > 0) return 'new';
      const [state] = await sql<{ done: boolean }>(STATE, [digest]);
      return state?.done ? 'done' : 'in_progress';
    },
    async requestDone(key) {
      await sql(DONE, [digestOf(key)]);
    },
    async giveUpRequest(key) {
      await sql(GIVE_UP, [digestOf(key)]);
    },
  };
}

/** Each step in a transaction of its own. */
export function createSeenRequests(transaction: Transaction<SeenRequestsStore>): SeenRequests {
  return {
    begin: (key, at) => transaction((store) => store.beginRequest(key, at)),
    done: (key) => transaction((store) => store.requestDone(key)),
    giveUp: (key) => transaction((store) => store.giveUpRequest(key)),
  };
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
