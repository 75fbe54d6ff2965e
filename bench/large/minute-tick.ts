/** The minute in which thousands of follow-ups are due at once: what is left of a night without a clock. */
import type { Client } from 'pg';
import type { Database } from '../../src/storage/database.js';
import { attendAlerts } from '../../src/use-cases/attend-alerts.js';
import { newId, POLICY } from './hot-path.js';
import type { Work } from './timing.js';
import { DUE_ITEMS, NOW, STAFF } from './town.js';

/** Half are a reminder alone; three in ten were not resolved in time, which the thread hears too; two in ten nobody has claimed in time. */
const REMINDED_ONLY = 5;
const UNRESOLVED = 3;

const NEW_ALERTS = `
  with lead as (select id, customer_id from signals where alert is not null order by id desc limit 1)
  insert into alerts (state, severity, theme, team, reason, rule, customer_id, lead_signal_id, opened_at, respond_by, resolve_by, last_signal_at, owner_id,
    claimed_at, attend_at, attended_at, touched_at, contacted_at)
  select case when kind < ${REMINDED_ONLY + UNRESOLVED} then 'claimed' else 'open' end, 'normal', 'waiting', 'team-' || 1 + n % 12, 'CSAT 2 of 5', 'threshold',
    lead.customer_id, lead.id, $1::timestamptz - interval '3 days',
    case when kind between ${REMINDED_ONLY} and ${REMINDED_ONLY + UNRESOLVED - 1} then $1 - interval '2 days' else $1 end,
    case when kind between ${REMINDED_ONLY} and ${REMINDED_ONLY + UNRESOLVED - 1} then $1 else $1 + interval '1 day' end, $1 - interval '3 days',
    case when kind < ${REMINDED_ONLY + UNRESOLVED} then (select id from staff order by id offset n % ${STAFF} limit 1) end,
    case when kind < ${REMINDED_ONLY + UNRESOLVED} then $1 - interval '2 hours' end, $1, $1 - interval '1 minute', $1 - interval '2 hours',
    case when kind between ${REMINDED_ONLY} and ${REMINDED_ONLY + UNRESOLVED - 1} then $1 - interval '1 hour' end
  from lead, generate_series(1, ${DUE_ITEMS}) n cross join lateral (select n / 7 % 10 as kind) k`;

const NEW_CARDS = `
  insert into messages (id, role, alert, platform, channel, wanted_revision, posted_revision, reference, state, not_before, posted_at)
  select gen_random_uuid(), 'card', number, platform, platform || '-' || team, 1, 1, gen_random_uuid()::text, 'posted', $1::timestamptz - interval '3 days', $1
  from alerts cross join unnest(array['desk', 'slack']) platform where attend_at = $1`;

/** How many of what was due in this run were told otherwise than once. */
const NOT_ONCE = `
  with due as materialized (
    select number, (state = 'claimed')::int as reminded, (respond_missed_at is not null or resolve_missed_at is not null)::int as missed
    from alerts where attended_at = $1 and opened_at = $1::timestamptz - interval '3 days'),
  told as (
    select due.*, coalesce(r.n, 0) as reminders, coalesce(e.n, 0) as events, coalesce(l.n, 0) as lines from due
    left join (select alert, count(*) as n from reminders group by alert) r on r.alert = number
    left join (select alert, count(*) as n from alert_events group by alert) e on e.alert = number
    left join (select alert, count(*) as n from messages where role = 'line' group by alert) l on l.alert = number)
  select count(*)::int as alerts, count(*) filter (where reminders <> reminded)::int as wrong_reminders,
    count(*) filter (where events <> missed)::int as wrong_events, count(*) filter (where lines <> 2 * missed)::int as wrong_lines from told`;

const BUNDLES = `
  select count(*)::int as messages, count(distinct (platform, channel))::int as people from messages where role = 'reminder' and state = 'wanted'`;

interface Told {
  readonly alerts: number;
  readonly wrong_reminders: number;
  readonly wrong_events: number;
  readonly wrong_lines: number;
}

export function minuteTick({ transaction }: Database, other: Database, aside: Client): readonly Work[] {
  /** Each run takes place a minute after the one before. */
  let now = NOW;
  const attend = (by: Database['transaction']): Promise<void> =>
    attendAlerts({
      transaction: by,
      clock: () => now,
      newId,
      policy: POLICY,
      platforms: ['desk', 'slack'],
      slicesAtOnce: 4,
      timeZone: 'UTC',
      changed: () => undefined,
    });
  const anotherMinute = async (): Promise<void> => {
    now = new Date(now.getTime() + 60_000);
    await aside.query(`update alerts set attend_at = 'infinity' where attend_at <= $1`, [now]);
    await aside.query(
      `update messages set state = 'posted', posted_revision = wanted_revision where state = 'wanted'`,
    );
  };
  const thousands = async (): Promise<void> => {
    await anotherMinute();
    await aside.query(NEW_ALERTS, [now]);
    await aside.query(NEW_CARDS, [now]);
    await aside.query('analyze alerts, messages');
  };
  const once = async (): Promise<void> => {
    const { rows } = await aside.query<Told>(NOT_ONCE, [now]);
    const bundles = await aside.query<{ messages: number; people: number }>(BUNDLES);
    const [told] = rows;
    const [{ messages, people } = { messages: 0, people: 0 }] = bundles.rows;
    const wrong = (told?.wrong_events ?? 0) + (told?.wrong_reminders ?? 0) + (told?.wrong_lines ?? 0);
    if (told?.alerts !== DUE_ITEMS || wrong > 0 || messages !== people || people !== 2 * STAFF)
      throw new Error(`not told exactly once: ${JSON.stringify({ ...told, messages, people })}`);
  };
  return [
    {
      name: 'a minute in which nothing is due',
      runs: 20,
      prepare: anotherMinute,
      run: () => attend(transaction),
    },
    {
      name: `a minute in which ${DUE_ITEMS.toLocaleString('en')} are due`,
      runs: 3,
      aimMs: 2_000,
      prepare: thousands,
      run: () => attend(transaction),
    },
    {
      name: 'the same by two processes at once',
      runs: 2,
      prepare: thousands,
      run: () => Promise.all([attend(transaction), attend(other.transaction)]).then(once),
    },
  ];
}
