/** The posting loop's side of the messages table: what is due, what is being sent. */
import type { BucketState } from '../posting/buckets.js';
import type { PostingStore } from '../posting/posting-store.js';
import { readViews } from './alert-views.js';
import { type EventRow, SELECT_EVENTS, toEventView } from './events.js';
import { createPostingLooks } from './message-looks.js';
import { createPostingResults } from './message-results.js';
import { readPostMortemEvents } from './post-mortem/post-mortem-events.js';
import { readPostMortems } from './post-mortem/post-mortem-rows.js';
import { readReminders } from './reminders.js';
import { DUE_COLUMNS, type DueRow, toDue } from './message-rows.js';
import { createBacklogStore } from './roll-ups.js';
import { type Sql, statement } from './sql.js';

/** What stands in a thread goes after its root and after what was there before it; a direct message waits for nothing. */
const DUE = statement(
  'due_messages',
  `select ${DUE_COLUMNS}
   from messages m left join messages r on r.id = m.root_id
   where m.state = 'wanted' and m.not_before < 'infinity' and m.not_before <= $2 and m.platform = any($1::text[])
     and (m.root_id is null or (r.reference is not null and r.state <> 'unknown' and not exists (
       select from messages e where e.root_id = m.root_id and e.seq < m.seq and e.state in ('wanted', 'sending', 'unknown'))))
   order by m.priority, m.seq limit $3
   for update of m skip locked`,
);

const LOCK_BUCKETS = statement(
  'lock_buckets',
  'select key, tokens, counted_at, closed_until from buckets where key = any($1::text[]) order by key for update',
);

const SAVE_BUCKETS = statement(
  'save_buckets',
  `insert into buckets (key, tokens, counted_at, closed_until)
   select key, tokens, counted_at, closed_until
   from json_to_recordset($1::json) as g (key text, tokens float8, counted_at timestamptz, closed_until timestamptz)
   order by key
   on conflict (key) do update set tokens = excluded.tokens, counted_at = excluded.counted_at, closed_until = excluded.closed_until`,
);

/** A new message may be out there from now on, until its result is known. Of an edit only an unclear answer counts. */
const LEASE = statement(
  'lease_messages',
  `update messages set state = 'sending', lease = $2, lease_until = $3, attempt = attempt + 1,
     unsure_since = case when reference is null then $4::timestamptz else unsure_since end
   where id = any($1::uuid[])`,
);

/** Of messages that DUE has locked. */
const DELAY = statement(
  'delay_messages',
  `update messages m set not_before = g.until from json_to_recordset($1::json) as g (id uuid, until timestamptz) where m.id = g.id`,
);

const EVENTS = statement('events_by_id', `${SELECT_EVENTS} where e.id = any($1::uuid[])`);

export function createPostingStore(sql: Sql): PostingStore {
  return {
    ...createPostingResults(sql),
    ...createPostingLooks(sql),
    ...createBacklogStore(sql),

    async due(platforms, now, limit) {
      return (await sql<DueRow>(DUE, [platforms, now, limit])).map(toDue);
    },

    async lockBuckets(keys) {
      const rows = await sql<BucketRow>(LOCK_BUCKETS, [keys]);
      return new Map(rows.map((row) => [row.key, toBucket(row)]));
    },

    saveBuckets(buckets) {
      const rows = buckets.map(({ key, tokens, countedAt, closedUntil }) => ({
        key,
        tokens,
        counted_at: countedAt,
        closed_until: closedUntil,
      }));
      sql.send(SAVE_BUCKETS, [JSON.stringify(rows)]);
    },

    lease({ ids, token, until, now }) {
      sql.send(LEASE, [ids, token, until, now]);
    },

    delay(delays) {
      sql.send(DELAY, [JSON.stringify(delays)]);
    },

    views: (alerts) => readViews(sql, alerts),

    async events(ids) {
      const rows = await sql<EventRow>(EVENTS, [ids]);
      return new Map(rows.map((row) => [row.event_id, toEventView(row)]));
    },

    reminders: (bundleIds) => readReminders(sql, bundleIds),

    postMortems: (numbers) => readPostMortems(sql, numbers),
    postMortemEvents: (ids) => readPostMortemEvents(sql, ids),
  };
}

interface BucketRow {
  readonly key: string;
  readonly tokens: number;
  readonly counted_at: Date;
  readonly closed_until: Date | null;
}

function toBucket({ key, tokens, counted_at: countedAt, closed_until: closedUntil }: BucketRow): BucketState {
  return { key, tokens, countedAt, ...(closedUntil && { closedUntil }) };
}
