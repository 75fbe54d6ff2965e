import type { PlatformName } from '../domain/policy.js';
import type { Severity } from '../domain/severity.js';
import type { DeadMessage, DeskPost, HeardView, Page, ReadDeskStore } from '../use-cases/read-desk.js';
import { SELECT_VIEWS, toView, type ViewRow } from './alert-rows.js';
import { type EventRow, SELECT_EVENTS, toEventView } from './events.js';
import { readNotices } from './notices.js';
import { readPostMortems } from './post-mortem/post-mortem-rows.js';
import { readRemindersOf } from './reminders.js';
import { type SignalRow, signalColumns, toSignalView } from './signal-rows.js';
import { type Sql, statement } from './sql.js';

const CHANNELS = statement(
  'desk_channels',
  `select m.channel as name, count(*) filter (where a.state in ('open', 'claimed'))::int as open,
     count(*) filter (where a.state = 'open')::int as unclaimed,
     (array['critical', 'high', 'normal', 'low'])[min(array_position(array['critical', 'high', 'normal', 'low'], a.severity))
       filter (where a.state = 'open')] as gravest
   from alerts a
   cross join lateral (select channel, platform from messages where alert = a.number and role = 'card' offset 0) m
   where a.state in ('open', 'claimed') and m.platform = 'desk'
   group by m.channel order by m.channel`,
);

const STREAM = statement(
  'desk_stream',
  `select p.*, m.seq, m.id as message_id, m.posted_at, m.report, m.post_mortem as paper, t.lines, t.last_event
   from messages m
   left join lateral (${SELECT_VIEWS} where a.number = m.alert) p on true
   left join lateral (
     select count(*)::int as lines, (array_agg(l.event_id order by l.seq desc))[1] as last_event
     from messages l where l.root_id = m.id and l.state = 'posted') t on true
   where m.platform = 'desk' and m.role in ('card', 'report') and m.channel = $1 and m.reference is not null and m.seq < $2
   order by m.seq desc limit $3`,
);

const REPORTS_TO = statement(
  'desk_reports_to',
  `select report, posted_at from messages
   where role = 'report' and to_person and channel = $1 and platform = 'desk' and posted_at >= $2 order by seq desc limit 5`,
);

const EVENTS = statement('desk_last_events', `${SELECT_EVENTS} where e.id = any($1::uuid[])`);

const THREAD = statement(
  'desk_thread',
  `select * from (
     ${SELECT_EVENTS}
     where e.alert = $1 and (e.kind not in ('opened', 'joined', 'amended')
       or (select true from messages m where m.event_id = e.id and m.role in ('line', 'direct') limit 1))
     order by e.id desc limit 200) t order by t.event_id`,
);

const HEARD_COLUMNS = `${signalColumns('s')}, s.customer_id, s.reason, s.theme, s.alert`;

const HEARD = statement(
  'heard',
  `select ${HEARD_COLUMNS} from signals s where s.id < $1::uuid order by s.id desc limit $2`,
);

const DEAD = statement(
  'dead_messages',
  `select m.id, m.platform, m.channel, m.alert, m.failure, coalesce(m.posted_at, m.unsure_since, m.not_before) as since, s.name as person
   from messages m left join staff s on s.id = case when m.role in ('direct', 'reminder') or m.to_person then m.channel::uuid end
   where m.state = 'dead' and m.role <> 'roll_up' or (m.state = 'unknown' and m.not_before > '9000-01-01')
   order by since desc limit $1`,
);

const WAITING = statement(
  'waiting_messages',
  `select platform, count(*) filter (where not_before < '9000-01-01')::int as waiting,
     count(*) filter (where state = 'unknown')::int as unconfirmed
   from (
     select platform, state, not_before from messages where state = 'wanted' and not_before < 'infinity'
     union all select platform, state, not_before from messages where state = 'sending'
     union all select platform, state, not_before from messages where state = 'unknown') m
   group by platform order by platform`,
);

/** Index-only steps over the sources: their number is small, the signals are many. */
const ACTIVITY = statement(
  'source_activity',
  `with recursive names as (
     (select source from signals order by source limit 1)
     union all
     select (select s.source from signals s where s.source > n.source order by s.source limit 1) from names n where n.source is not null)
   select n.source, l.last_at, c.signals from names n
   cross join lateral (select max(received_at) as last_at from signals s where s.source = n.source) l
   cross join lateral (select count(*)::int as signals from signals s where s.source = n.source and s.received_at >= $1) c
   where n.source is not null`,
);

const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const LAST_SEQ = '9223372036854775807';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const DIGITS = /^\d{1,18}$/u;

/** The place in a list that a page begins before; one that was not given, or is none of ours, is its head. */
function position({ before }: Page, form: RegExp, head: string): string {
  return before !== undefined && form.test(before) ? before : head;
}

export function createDeskReads(sql: Sql, now: () => Date): ReadDeskStore {
  return {
    async deskChannels() {
      const rows = await sql<ChannelRow>(CHANNELS);
      return rows.map(({ gravest, ...row }) => ({ ...row, ...(gravest && { gravest }) }));
    },

    async deskStream(channel, page) {
      const rows = await sql<StreamRow>(STREAM, [channel, position(page, DIGITS, LAST_SEQ), page.limit]);
      const lastEvents = rows.flatMap((row) => row.last_event ?? []);
      const events =
        lastEvents.length > 0 ? (await sql<EventRow>(EVENTS, [lastEvents])).map(toEventView) : [];
      const byId = new Map(events.map((event) => [event.id, event]));
      const papers = await readPostMortems(
        sql,
        rows.flatMap(({ paper }) => (paper === null ? [] : [Number(paper)])),
      );
      return rows.flatMap((row): DeskPost[] => {
        const posted = { position: row.seq, messageId: row.message_id, postedAt: row.posted_at };
        if (row.report !== null) return [{ ...posted, report: row.report }];
        if (row.paper !== null) {
          const postMortem = papers.get(Number(row.paper));
          return postMortem ? [{ ...posted, postMortem }] : [];
        }
        const lastLine = row.last_event === null ? undefined : byId.get(row.last_event);
        return [{ ...posted, view: toView(row), lines: row.lines, ...(lastLine && { lastLine }) }];
      });
    },

    async deskThread(alert) {
      return (await sql<EventRow>(THREAD, [alert])).map(toEventView);
    },

    remindersOf: (staffId, since) => readRemindersOf(sql, staffId, since),

    async reportsTo(staffId, since) {
      const rows = await sql<{ report: string; posted_at: Date }>(REPORTS_TO, [staffId, since]);
      return rows.map(({ report, posted_at: postedAt }) => ({ report, postedAt }));
    },

    async heard(page) {
      return (await sql<HeardRow>(HEARD, [position(page, UUID, LAST_UUID), page.limit])).map(toHeard);
    },

    async deadMessages(limit) {
      return (await sql<DeadRow>(DEAD, [limit])).map((row): DeadMessage => ({
        id: row.id,
        platform: row.platform,
        channel: row.channel,
        ...(row.person !== null && { person: row.person }),
        ...(row.alert !== null && { alert: Number(row.alert) }),
        why: row.failure ?? 'unknown',
        since: row.since,
      }));
    },

    waitingMessages: () => sql(WAITING),

    notices: () => readNotices(sql),

    async sourceActivity() {
      const dayAgo = new Date(now().getTime() - 86_400_000);
      const rows = await sql<{ source: string; last_at: Date; signals: number }>(ACTIVITY, [dayAgo]);
      return rows.map(({ source, last_at: lastAt, signals }) => ({ source, lastAt, signals }));
    },
  };
}

interface ChannelRow {
  readonly name: string;
  readonly open: number;
  readonly unclaimed: number;
  readonly gravest: Severity | null;
}

interface StreamRow extends ViewRow {
  readonly seq: string;
  readonly message_id: string;
  readonly posted_at: Date;
  readonly report: string | null;
  readonly paper: string | null;
  readonly lines: number;
  readonly last_event: string | null;
}

interface HeardRow extends SignalRow {
  readonly customer_id: string | null;
  readonly reason: string | null;
  readonly theme: string | null;
  readonly alert: string | null;
}

interface DeadRow {
  readonly id: string;
  readonly platform: PlatformName;
  readonly channel: string;
  readonly person: string | null;
  readonly alert: string | null;
  readonly failure: string | null;
  readonly since: Date;
}

function toHeard(row: HeardRow): HeardView {
  return {
    position: row.id,
    signal: toSignalView(row),
    ...(row.customer_id !== null && { customerId: row.customer_id }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.theme !== null && { theme: row.theme }),
    ...(row.alert !== null && { alert: Number(row.alert) }),
  };
}
