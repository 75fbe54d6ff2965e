/** What is to be looked for, because nobody knows whether it was posted; and what came of that. */
import { oneLine } from '../domain/plain-text.js';
import type { PostingStore, UnknownMessage } from '../posting/posting-store.js';
import { DUE_COLUMNS, type DueRow, toDue } from './message-rows.js';
import { type Sql, statement } from './sql.js';

/** A thread, one person's messages, or a channel's. */
const PLACE = `coalesce(m.root_id::text,
     m.platform || case when m.role in ('direct', 'reminder') or m.to_person then ' @' else ' ' end || m.channel)`;

const UNKNOWN_PLACES = statement(
  'unknown_places',
  `with places as (
     select ${PLACE} as place, (array_agg(m.id))[1] as id, min(m.not_before) as waits
     from messages m where m.state = 'unknown' and m.not_before <= $2 and m.platform = any($1::text[])
     group by 1 order by waits limit $3)
   select ${DUE_COLUMNS}, places.place
   from places join messages m on m.id = places.id left join messages r on r.id = m.root_id order by places.waits`,
);

const LEASE_UNKNOWN = statement(
  'lease_unknown',
  `with due as (
     select m.id, ${PLACE} as place from messages m
     where m.state = 'unknown' and m.not_before <= $2 and ${PLACE} = any($1::text[])
     order by m.not_before limit $5 for update skip locked)
   update messages m set lease = $3, lease_until = $4, not_before = $4
   from due, messages self left join messages r on r.id = self.root_id
   where m.id = due.id and self.id = m.id
   returning ${DUE_COLUMNS},
     due.place, m.unsure_since, m.looks`,
);

/** A found card may show an earlier state: it is wanted anew, as an edit. */
const LOOKED = statement(
  'record_looks',
  `with looked as (
     update messages m set
       state = case g.result when 'found' then case when m.role in ('card', 'roll_up') then 'wanted' else 'posted' end
                             when 'resend' then 'wanted' else 'unknown' end,
       reference = case when g.result = 'found' then g.reference else m.reference end,
       unsure_since = case when g.result in ('found', 'resend') then null else m.unsure_since end,
       resent_since = case when g.result = 'resend' then coalesce(m.resent_since, m.unsure_since) else m.resent_since end,
       posted_at = case when g.result = 'found' then coalesce(m.posted_at, $2) else m.posted_at end,
       looks = g.looks, not_before = g.not_before, failure = g.why, lease = null, lease_until = null
     from json_to_recordset($1::json) as g (id uuid, token uuid, result text, reference text, looks int, not_before timestamptz, why text)
     where m.id = g.id and m.lease = g.token and m.state = 'unknown'
     returning m.id, m.role, g.result)
   update messages l set not_before = $2 from looked
   where looked.role in ('card', 'report') and looked.result = 'found' and l.root_id = looked.id and l.state = 'wanted' and l.not_before = 'infinity'`,
);

const RESENT = statement(
  'resent_messages',
  `select ${DUE_COLUMNS}, m.resent_since
   from messages m left join messages r on r.id = m.root_id
   where m.resent_since is not null and m.reference is not null and m.posted_at < $2 and m.platform = any($1::text[])
   order by m.posted_at limit $3`,
);

const SETTLE_RESENT = statement(
  'settle_resent',
  'update messages set resent_since = null where id = any($1::uuid[])',
);

type Looks = Pick<PostingStore, 'unknownPlaces' | 'leaseUnknown' | 'recordLooks' | 'resent' | 'settleResent'>;

export function createPostingLooks(sql: Sql): Looks {
  return {
    async unknownPlaces(platforms, now, limit) {
      const rows = await sql<DueRow & { readonly place: string }>(UNKNOWN_PLACES, [platforms, now, limit]);
      return rows.map((row) => ({ key: row.place, platform: row.platform, message: toDue(row) }));
    },

    async leaseUnknown(places, { token, until, now }, limit) {
      const rows = await sql<UnknownRow>(LEASE_UNKNOWN, [places, now, token, until, limit]);
      return rows.map((row): UnknownMessage => ({
        ...toDue(row),
        place: row.place,
        since: row.unsure_since ?? now,
        looks: row.looks,
      }));
    },

    async resent(platforms, settledBefore, limit) {
      const rows = await sql<ResentRow>(RESENT, [platforms, settledBefore, limit]);
      return rows.map(({ resent_since: since, reference: posted, ...row }) => ({
        ...toDue({ ...row, reference: null }),
        since,
        posted,
      }));
    },

    settleResent(ids) {
      sql.send(SETTLE_RESENT, [ids]);
    },

    recordLooks(looks, now) {
      const rows = looks.map(({ notBefore, why, ...rest }) => ({
        ...rest,
        why: why === undefined ? undefined : oneLine(why),
        not_before: notBefore,
      }));
      sql.send(LOOKED, [JSON.stringify(rows), now]);
    },
  };
}

interface ResentRow extends DueRow {
  readonly reference: string;
  readonly resent_since: Date;
}

interface UnknownRow extends DueRow {
  readonly place: string;
  readonly unsure_since: Date | null;
  readonly looks: number;
}
