/** Counts what happened in a period and in the one before it. Every statement finds its rows by the time at which they count. */
import { OUTCOMES, type Outcome } from '../domain/alert.js';
import { CSAT_METRICS, SATISFIED_FROM } from '../domain/figures/csat.js';
import type { Counts, Measured } from '../domain/figures/figures.js';
import { DETRACTOR_TO, PROMOTER_FROM } from '../domain/figures/nps.js';
import type { Periods } from '../domain/figures/period.js';
import type { Scope } from '../use-cases/read-summary.js';
import { type PromiseOutcome, PROMISE_OUTCOMES } from '../domain/follow-up/promise.js';
import { type Sql, statement } from './sql.js';

/** The period and the one before it: $1 since, $2 until, place 1 and 2. */
const PERIODS = 'unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as p (since, until, place)';
/** $3 teams, $4 source of the voice that the alert quotes; null: all. The alert is `a`, with both columns of its lead. */
export const ALERT_SCOPE = `($3::text[] is null or a.team = any($3))
       and ($4::text is null or coalesce(a.lead_source, (select s.source from signals s where s.id = a.lead_signal_id)) = $4)`;
const OWNED = `('claimed', 'reassigned')`;

const IS_CSAT = `s.metric in (${CSAT_METRICS.map((metric) => `'${metric}'`).join(', ')})`;

/** An answer or post counts once, when it was first heard, with the score that it has now. */
const HEARD = statement(
  'figures_heard',
  `select c.* from ${PERIODS} cross join lateral (
     select count(*)::int as heard,
       count(*) filter (where ${IS_CSAT})::int as csat,
       count(*) filter (where ${IS_CSAT} and s.score_place >= ${SATISFIED_FROM})::int as satisfied,
       count(*) filter (where s.metric = 'nps')::int as nps,
       count(*) filter (where s.metric = 'nps' and s.score_place >= ${PROMOTER_FROM})::int as promoters,
       count(*) filter (where s.metric = 'nps' and s.score_place <= ${DETRACTOR_TO})::int as detractors
     from signals s
     where s.received_at >= p.since and s.received_at < p.until and s.amends is null
       and ($3::text[] is null or s.team = any($3)) and ($4::text is null or s.source = $4)) c
   order by p.place`,
);

const OPENED = statement(
  'figures_opened',
  `select c.* from ${PERIODS} cross join lateral (
     select count(*)::int as n from alerts a
     where a.opened_at >= p.since and a.opened_at < p.until and ${ALERT_SCOPE}) c
   order by p.place`,
);

const SPREAD = (ms: string): string =>
  `count(*)::int as n, percentile_cont(array[0.5, 0.9]) within group (order by ${ms}) as spread_ms`;

/** The first owner of an alert only: who took it over from another made nobody wait less. */
const CLAIMED = statement(
  'figures_claimed',
  `select c.* from ${PERIODS} cross join lateral (
     select ${SPREAD('extract(epoch from e.at - a.opened_at) * 1000')}
     from alert_events e
     cross join lateral (select team, lead_signal_id, lead_source, opened_at from alerts where number = e.alert) a
     where e.at >= p.since and e.at < p.until and e.kind in ${OWNED}
       and (select true from alert_events o where o.alert = e.alert and o.id < e.id and o.kind in ${OWNED} limit 1) is null
       and ${ALERT_SCOPE}) c
   order by p.place`,
);

const CLOSED = statement(
  'figures_closed',
  `select c.* from ${PERIODS} cross join lateral (
     select count(*) filter (where a.state = 'resolved')::int as n,
       percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from a.closed_at - a.opened_at) * 1000)
         filter (where a.state = 'resolved') as spread_ms,
       count(*) filter (where a.state = 'dismissed')::int as dismissed,
       ${OUTCOMES.map((outcome) => `count(*) filter (where a.state = 'resolved' and a.outcome = '${outcome}')::int as ${outcome}`).join(', ')}
     from alerts a
     where a.closed_at is not null and a.closed_at >= p.since and a.closed_at < p.until and ${ALERT_SCOPE}) c
   order by p.place`,
);

/**
 * With its reopening an alert's time begins anew: who had it before did not answer that. Only what was owned twice, or is open or set aside
 * though somebody owned it, can have been reopened: of all others the events are not read.
 */
const ANSWER_DUE = statement(
  'figures_answer_due',
  `select count(*) filter (where c.owned_at is not null or c.closed_at is null or c.closed_at > c.respond_by)::int as of,
     count(*) filter (where c.owned_at <= c.respond_by)::int as n
   from ${PERIODS} left join lateral (
     select a.number, a.respond_by, a.closed_at,
       case when o.times > 1 or o.times = 1 and a.state in ('open', 'dismissed') then (
         select min(e.at) from alert_events e
         where e.alert = a.number and e.kind in ${OWNED}
           and e.at >= coalesce((select max(r.at) from alert_events r where r.alert = a.number and r.kind = 'reopened'), '-infinity'))
       else o.first_at end as owned_at
     from alerts a
     cross join lateral (
       select min(e.at) as first_at, count(*) as times from alert_events e where e.alert = a.number and e.kind in ${OWNED}) o
     where a.respond_by >= p.since and a.respond_by < p.until and ${ALERT_SCOPE}) c on true
   where true
   group by p.place order by p.place`,
);

const RESOLVE_DUE = statement(
  'figures_resolve_due',
  `select c.* from ${PERIODS} cross join lateral (
     select count(*) filter (where a.state <> 'dismissed' or a.closed_at > a.resolve_by)::int as of,
       count(*) filter (where a.state = 'resolved' and a.closed_at <= a.resolve_by)::int as n
     from alerts a where a.resolve_by >= p.since and a.resolve_by < p.until and ${ALERT_SCOPE}) c
   order by p.place`,
);

/** What settled a promise says how; what the clock settled is broken. */
const PROMISES = statement(
  'figures_promises',
  `select c.* from ${PERIODS} cross join lateral (
     select ${PROMISE_OUTCOMES.map((outcome) => `count(*) filter (where o.outcome = '${outcome}')::int as ${outcome}`).join(', ')}
     from alert_events e
     cross join lateral (select team, lead_signal_id, lead_source from alerts where number = e.alert) a
     cross join lateral (
       select case when e.kind = 'promise_broken' then 'broken' else e.data->'promise'->>'outcome' end as outcome) o
     where e.at >= p.since and e.at < p.until and (e.kind = 'promise_broken' or e.data ? 'promise') and ${ALERT_SCOPE}) c
   order by p.place`,
);

/** Of the period and of the one before it. */
export async function countPeriods(
  sql: Sql,
  { period, before }: Periods,
  scope: Scope,
): Promise<readonly [Counts, Counts]> {
  const values = [
    [period.since, before.since],
    [period.until, before.until],
    scope.teams ?? null,
    scope.source ?? null,
  ];
  const [heard, opened, claimed, closed, answerDue, resolveDue, promises] = await Promise.all([
    sql<HeardRow>(HEARD, values),
    sql<{ n: number }>(OPENED, values),
    sql<SpreadRow>(CLAIMED, values),
    sql<ClosedRow>(CLOSED, values),
    sql<CountRow>(ANSWER_DUE, values),
    sql<CountRow>(RESOLVE_DUE, values),
    sql<Readonly<Record<PromiseOutcome, number>>>(PROMISES, values),
  ]);
  const at = (place: number): Counts => {
    const voices = row(heard, place);
    const ended = row(closed, place);
    return {
      heard: voices.heard,
      satisfied: { n: voices.satisfied, of: voices.csat },
      nps: { promoters: voices.promoters, detractors: voices.detractors, of: voices.nps },
      alerts: row(opened, place).n,
      claimed: measured(row(claimed, place)),
      resolved: measured(ended),
      answeredInTime: row(answerDue, place),
      resolvedInTime: row(resolveDue, place),
      outcomes: ended,
      dismissed: ended.dismissed,
      promises: row(promises, place),
    };
  };
  return [at(0), at(1)];
}

interface HeardRow {
  readonly heard: number;
  readonly csat: number;
  readonly satisfied: number;
  readonly nps: number;
  readonly promoters: number;
  readonly detractors: number;
}

interface SpreadRow {
  readonly n: number;
  readonly spread_ms: readonly [number | null, number | null] | null;
}

interface ClosedRow extends SpreadRow, Readonly<Record<Outcome, number>> {
  readonly dismissed: number;
}

interface CountRow {
  readonly n: number;
  readonly of: number;
}

/** Every statement answers a row for each period. */
function row<Row>(rows: readonly Row[], place: number): Row {
  const found = rows[place];
  if (found === undefined) throw new Error('a period was not counted');
  return found;
}

function measured({ n, spread_ms: spread }: SpreadRow): Measured {
  const [median, ninthDecile] = spread ?? [null, null];
  return { n, medianMs: rounded(median), ninthDecileMs: rounded(ninthDecile) };
}

function rounded(ms: number | null): number | undefined {
  return ms === null ? undefined : Math.round(ms);
}
