/** What alerts of the large benchmark left behind: events, messages in channels and threads, reminders. */
import { moment } from './town.js';

const EVENT = (at: string, kind: string, actor: string, data: string, where: string): string =>
  `select k, ${at} as at, '${kind}' as kind, ${actor} as actor_id, ${data} as data from bench.matters where ${where}`;

const OWNER = 'bench.staff(owner)';
const NOBODY = 'null::uuid';

const PLAN_EVENTS = `
  create unlogged table bench.events as
  select e.*, row_number() over (order by at, k, kind) as n from (
    ${[
      EVENT(
        'opened_at',
        'opened',
        NOBODY,
        `jsonb_build_object('signalId', lead_signal_id, 'severity', severity, 'reason', 'CSAT 2 of 5')`,
        'true',
      ),
      `select alert, at, 'joined', ${NOBODY}, jsonb_build_object('signalId', bench.id(at, 'signal', i), 'count', row_number() over (partition by alert order by i) + 1)
       from bench.voices where alert is not null and i <> lead`,
      EVENT('claimed_at', 'claimed', OWNER, `'{}'::jsonb`, 'claimed_at is not null'),
      EVENT(
        `claimed_at + took / 10`,
        'reassigned',
        'bench.staff(1 + (owner + 7) % 200)',
        `jsonb_build_object('to', ${OWNER}, 'from', bench.staff(1 + (owner + 7) % 200))`,
        `reassigned and claimed_at + took / 10 <= ${moment()}`,
      ),
      EVENT(
        'respond_by',
        'deadline_missed',
        NOBODY,
        `jsonb_build_object('deadline', 'respond', 'due', respond_by)`,
        `least(claimed_at, ${moment()}) > respond_by`,
      ),
      EVENT(
        'resolve_by',
        'deadline_missed',
        NOBODY,
        `jsonb_build_object('deadline', 'resolve', 'due', resolve_by)`,
        `least(closed_at, ${moment()}) > resolve_by`,
      ),
      EVENT(
        'contacted_at',
        'contacted',
        OWNER,
        `jsonb_build_object('channel', 'call', 'result', case when k % 4 = 0 then 'no_answer' else 'reached' end)`,
        'contacted_at is not null',
      ),
      EVENT(
        'claimed_at + took / 20',
        'promised',
        OWNER,
        `jsonb_build_object('due', promised_at, 'timeZone', 'Europe/Berlin')`,
        `promised_at is not null and claimed_at + took / 20 <= ${moment()}`,
      ),
      EVENT(
        'closed_at',
        'resolved',
        OWNER,
        `jsonb_build_object('outcome', 'recovered', 'rootCause', 'a late parcel')`,
        `state = 'resolved'`,
      ),
      EVENT('closed_at', 'dismissed', OWNER, `'{"dismissal":"handled"}'::jsonb`, `state = 'dismissed'`),
    ].join('\n union all ')}) e`;

/** A card on the desk and on Slack each, and a line in both threads for what came after. */
const PLAN_MESSAGES = `
  create unlogged table bench.messages as
  select m.*, row_number() over (order by at, card desc, k) as n from (
    select k, platform, at, kind = 'opened' as card, bench.id(at, 'event', e.n) as event_id
    from bench.events e cross join unnest(array['desk', 'slack']) platform) m`;

export const TRACES = [
  PLAN_EVENTS,
  `insert into alert_events (id, alert, at, actor_id, kind, data)
   select bench.id(at, 'event', n), k, at, actor_id, kind, data from bench.events order by n`,
  PLAN_MESSAGES,
  `insert into messages (id, role, alert, event_id, root_id, platform, channel, wanted_revision, posted_revision, reference, state, priority, not_before, posted_at)
   select case when card then bench.id(m.at, 'card-' || platform, k) else bench.id(m.at, 'line-' || platform, n) end, case when card then 'card' else 'line' end, k,
     case when not card then event_id end, case when not card then bench.id(a.opened_at, 'card-' || platform, k) end, platform,
     case platform when 'desk' then a.team else 'C-' || a.team end, case when card then a.revision else 1 end, case when card then a.revision else 1 end,
     platform || '-' || n, 'posted', 2, m.at, m.at + interval '1 second'
   from bench.messages m join alerts a on a.number = m.k order by n`,
  `create unlogged table bench.reminded as
   select k, owner, least(respond_by, claimed_at) - interval '10 minutes' as at, respond_by, gen_random_uuid() as bundle_id from bench.matters
   where claimed_at is not null and bench.draw(k, 60) < 0.4 order by opened_at`,
  `insert into reminders (id, staff_id, alert, what, due_at, at, bundle_id)
   select bench.id(at, 'reminder', k), bench.staff(owner), k, 'respond_soon', respond_by, at, bundle_id from bench.reminded order by at`,
  `insert into messages (id, role, bundle_id, platform, channel, posted_revision, reference, state, priority, not_before, posted_at)
   select bench.id(at, 'bundle-' || platform, k), 'reminder', bundle_id, platform, bench.staff(owner)::text, 1, platform || '-reminder-' || k, 'posted', 1, at, at
   from bench.reminded cross join unnest(array['desk', 'slack']) platform order by at`,
  `insert into seen_requests (key, seen_at, done_at)
   select sha256(('request' || n)::bytea), at, at from (select n, ${moment()} - bench.draw(n, 61) * interval '1 day' as at from generate_series(1, 5000) n) r`,
];
