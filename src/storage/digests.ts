import { spanText } from '../domain/figures/period.js';
import type { SendDigestsStore } from '../use-cases/send-digests.js';
import { createDigestReads } from './digest-reads.js';
import { CLOCK_PRIORITY } from './priority.js';
import { type Sql, statement } from './sql.js';

const EXPECT = statement(
  'expect_digests',
  `insert into digest_audiences (audience, next_run_at)
   select audience, at from json_to_recordset($1::json) as g (audience text, at timestamptz) order by audience
   on conflict (audience) do update set next_run_at = excluded.next_run_at
   where digest_audiences.next_run_at > excluded.next_run_at`,
);

const DUE = statement(
  'due_digests',
  'select audience from digest_audiences where audience = any($1::text[]) and next_run_at <= $2',
);

const TAKE = statement(
  'take_digest',
  'select next_run_at from digest_audiences where audience = $1 and next_run_at <= $2 for update skip locked',
);

const NEXT = statement('next_digest', 'update digest_audiences set next_run_at = $2 where audience = $1');

/**
 * Nothing where the day was told before. Somebody on several platforms is written to on one: where they were last seen, and on the desk
 * only where they are nowhere else. What stands in a thread waits for its root.
 */
const RECORD = statement(
  'record_digest',
  `with noted as (
     insert into digests (audience, local_date, report, kind, teams, news_since, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (audience, local_date) do nothing returning report),
   made as (
     insert into reports (id, kind, span, time_zone, asked_at, shared_at)
     select report, 'digest', $8, $9, $10, $7 from noted where report is not null),
   people as (
     select s.id, i.platform from unnest($12::text[]) as g (email)
     cross join lateral (select id from staff where email = g.email) s
     cross join lateral (
       select platform from staff_identities where staff_id = s.id and standing = 'member' and platform = any($13::text[])
       order by platform = 'desk', seen_at desc limit 1) i),
   places as (
     select g.platform, g.channel, false as to_person from json_to_recordset($11::json) as g (platform text, channel text)
     union all select platform, id::text, true from people),
   roots as (
     insert into messages (id, role, report, platform, channel, to_person, priority, not_before)
     select gen_random_uuid(), 'report', noted.report, p.platform, p.channel, p.to_person, ${CLOCK_PRIORITY}, $15
     from noted cross join places p where noted.report is not null
     returning id, report, platform, channel, to_person),
   details as (
     insert into messages (id, role, report, root_id, platform, channel, to_person, priority, not_before)
     select gen_random_uuid(), 'detail', report, id, platform, channel, to_person, ${CLOCK_PRIORITY}, 'infinity'
     from roots where platform = any($14::text[]))
   select (select count(*)::int from roots) as messages, (select count(*)::int from people) as people from noted`,
);

export function createDigestStore(sql: Sql): SendDigestsStoreHere {
  return {
    ...createDigestReads(sql),

    expectRuns(runs) {
      sql.send(EXPECT, [JSON.stringify(runs)]);
    },

    async dueAudiences(names, now) {
      return (await sql<{ audience: string }>(DUE, [names, now])).map(({ audience }) => audience);
    },

    async takeAudience(name, now) {
      const [row] = await sql<{ next_run_at: Date }>(TAKE, [name, now]);
      return row?.next_run_at;
    },

    nextRunAt(name, at) {
      sql.send(NEXT, [name, at]);
    },

    async recordDigest({ question, reportId, channels, people, platforms, threaded, at, postAt }) {
      const { audience, kind, teams, day, timeZone, span, newsSince, asOf } = question;
      const [sent] = await sql<{ messages: number; people: number }>(RECORD, [
        audience,
        day,
        reportId ?? null,
        kind,
        teams,
        newsSince,
        at,
        spanText(span),
        timeZone,
        asOf,
        JSON.stringify(channels),
        people,
        platforms,
        threaded,
        postAt ?? at,
      ]);
      return sent ? { outcome: 'sent', ...sent } : { outcome: 'told_before' };
    },
  };
}

/** The figures beside it are those of summaries. */
type SendDigestsStoreHere = Omit<
  SendDigestsStore,
  'countPeriods' | 'countThemes' | 'countAccounts' | 'countSteps' | 'countActions'
>;
