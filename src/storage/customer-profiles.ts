/** What is known of one customer, each count bounded, so that nobody's history makes a read long. */
import type { CustomerProfile, Promises, Standing } from '../domain/customer.js';
import { type Metric, type Score, USUAL_SCALES } from '../domain/score.js';
import { type AccountRow, type CustomerRow, toAccount, toCustomer } from './alert-rows.js';
import { readViews } from './alert-views.js';
import { contactsOf } from './contacts-of.js';
import { type Sql, statement } from './sql.js';

const MOST_COUNTED = 1_000;
const MOST_SCORES = 500;
/** Of one customer. */
export const MOST_ALERTS = 200;

const PROFILE = statement(
  'customer_profile',
  `select to_json(c) as customer, to_json(t) as account, h.heard, h.said, h.newest as newest_at, f.first_at, n.contacts, n.since, n.newest
   from customers c
   left join accounts t on t.id = c.account_id
   cross join lateral (
     select count(*) filter (where s.amends is null)::int as heard, count(*)::int as said, max(s.occurred_at) as newest from (
       select occurred_at, amends from signals where customer_id = c.id order by occurred_at desc limit ${MOST_COUNTED}) s) h
   cross join lateral (
     select min(s.occurred_at) as first_at from (
       select occurred_at from signals where customer_id = c.id order by occurred_at limit 1) s) f
   cross join lateral (${contactsOf('c.id', 'h.newest')}) n
   where c.id = $1`,
);

const STANDINGS = statement(
  'customer_standings',
  `select n.metric, count(*)::int as answers, avg(n.score_place) as mean_place,
     to_json((array_agg(json_build_object('value', n.score, 'min', n.scale_min, 'max', n.scale_max)
       order by n.occurred_at desc, n.id desc))[1:2]) as newest
   from (
     select metric, score, scale_min, scale_max, score_place, occurred_at, id from signals
     where customer_id = $1 and metric is not null and amended_at is null order by occurred_at desc limit ${MOST_SCORES}) n
   group by n.metric order by max(n.occurred_at) desc, n.metric`,
);

const UNCLOSED = statement(
  'customer_unclosed',
  `select n.number from (
     select number, state, severity, respond_by from alerts where customer_id = $1 order by opened_at desc limit ${MOST_ALERTS}) n
   where n.state in ('open', 'claimed')
   order by array_position(array['critical', 'high', 'normal', 'low'], n.severity), n.respond_by, n.number`,
);

/** What was done for the customer in person; the condition of the index alert_events_follow_ups. */
export const IS_FOLLOW_UP = `kind in ('contacted', 'promised', 'promise_broken')`;

/** One that was moved is the same promise, and closing an alert settles what it had: the rule of domain/figures/promises.ts. */
const FOLLOW_UPS = statement(
  'customer_follow_ups',
  `select count(*) filter (where e.${IS_FOLLOW_UP})::int as entries,
     count(*) filter (where e.kind = 'promised' and not e.data ? 'movedFrom')::int as made,
     count(*) filter (where e.data->'promise'->>'outcome' = 'kept')::int as kept,
     count(*) filter (where e.data->'promise'->>'outcome' = 'late')::int as late,
     count(*) filter (where e.kind = 'promise_broken' or e.data->'promise'->>'outcome' = 'broken')::int as broken
   from (
     select e.kind, e.data
     from (select number from alerts where customer_id = $1 order by opened_at desc limit ${MOST_ALERTS}) a
     cross join lateral (
       (select kind, data from alert_events where alert = a.number and ${IS_FOLLOW_UP} order by at desc limit ${MOST_ALERTS})
       union all
       (select l.kind, l.data from (
          select kind, data from alert_events where alert = a.number order by id desc limit ${MOST_ALERTS}) l
        where l.kind in ('resolved', 'dismissed') and l.data ? 'promise')) e
     limit ${MOST_COUNTED}) e`,
);

export async function readProfile(
  sql: Sql,
  id: string,
  mostOpen: number,
): Promise<CustomerProfile | undefined> {
  const [[row], standings, unclosed, [followUps]] = await Promise.all([
    sql<ProfileRow>(PROFILE, [id]),
    sql<StandingRow>(STANDINGS, [id]),
    sql<{ number: string }>(UNCLOSED, [id]),
    sql<FollowUpsRow>(FOLLOW_UPS, [id]),
  ]);
  if (!row) return undefined;
  const numbers = unclosed.map(({ number }) => Number(number));
  const shown = numbers.slice(0, mostOpen);
  const views = shown.length === 0 ? undefined : await readViews(sql, shown);
  const { contacts: count, since, newest } = row;
  const { entries, ...promises } = followUps ?? { entries: 0, made: 0, kept: 0, late: 0, broken: 0 };
  return {
    customer: toCustomer(row.customer),
    ...(row.account && { account: toAccount(row.account) }),
    ...(row.first_at &&
      row.newest_at && { heard: { count: row.heard, first: row.first_at, newest: row.newest_at } }),
    ...(since && newest && { contacts: { count, since, newest } }),
    standings: standings.flatMap(toStanding),
    open: { views: shown.flatMap((number) => views?.get(number) ?? []), total: numbers.length },
    promises,
    entries: row.said + entries,
  };
}

interface ProfileRow {
  readonly customer: CustomerRow;
  readonly account: AccountRow | null;
  readonly heard: number;
  /** What was said again with it. */
  readonly said: number;
  readonly newest_at: Date | null;
  readonly first_at: Date | null;
  readonly contacts: number;
  readonly since: Date | null;
  readonly newest: Date | null;
}

interface FollowUpsRow extends Promises {
  readonly entries: number;
}

interface GivenScore {
  readonly value: number;
  readonly min: number | null;
  readonly max: number | null;
}

interface StandingRow {
  readonly metric: Metric;
  readonly answers: number;
  readonly mean_place: number;
  readonly newest: readonly GivenScore[];
}

function toStanding({ metric, answers, mean_place: place, newest }: StandingRow): readonly Standing[] {
  const usual = USUAL_SCALES[metric];
  const [last, previous] = newest.map((given): Score => {
    const { value, min, max } = given;
    return { metric, value, scale: { min: min ?? usual.min, max: max ?? usual.max } };
  });
  if (!last) return [];
  const mean = { metric, value: usual.min + place * (usual.max - usual.min), scale: usual };
  return [{ metric, mean, answers, newest: last, ...(previous && { previous }) }];
}
