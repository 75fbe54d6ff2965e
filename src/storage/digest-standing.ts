/**
 * How alerts stood at a moment that may be long ago, as their events tell: a digest reads the same whenever it is shown. Deadlines are
 * those that they have now.
 */
import type { DueAlert, OwnerLoad, Standing } from '../domain/digest/digest.js';
import type { Need } from '../domain/figures/summary.js';
import { SELECT_VIEWS, type StaffRow, toStaff, toView, type ViewRow } from './alert-rows.js';
import type { ReadDigestStore } from '../use-cases/read-digest.js';
import type { Scope } from '../use-cases/read-summary.js';
import { ALERT_SCOPE } from './figures.js';
import { type Sql, statement } from './sql.js';

const DAY_MS = 86_400_000;
const MOST_OWNERS = 6;

/**
 * $1 as of, $2 silent since when by severity, $3 and $4 the scope, $5 due until, $6 and $7 how many of each. What is unclosed now, or was closed later,
 * was unclosed then unless its events say otherwise.
 */
const STANDING = statement(
  'digest_standing',
  `with unclosed as (
     select a.number, a.severity, a.respond_by, a.resolve_by from alerts a where a.state in ('open', 'claimed') and ${ALERT_SCOPE}
     union all
     select a.number, a.severity, a.respond_by, a.resolve_by from alerts a where a.closed_at is not null and a.closed_at >= $1 and ${ALERT_SCOPE}),
   stood as (
     select u.*, case l.kind when 'claimed' then l.actor_id when 'taken_over' then l.actor_id when 'reassigned' then (l.data->>'to')::uuid end as owner_then,
       greatest(t.at, (z.data->>'until')::timestamptz) as touched_at, (p.data->>'due')::timestamptz as promised_at
     from unclosed u
     cross join lateral (
       select e.kind, e.actor_id, e.data from alert_events e
       where e.alert = u.number and e.at < $1
         and e.kind in ('opened', 'claimed', 'released', 'reassigned', 'taken_over', 'resolved', 'dismissed', 'reopened')
       order by e.id desc limit 1) l
     cross join lateral (
       select e.at from alert_events e
       where e.alert = u.number and e.at < $1 and (e.actor_id is not null or e.kind in ('opened', 'woken'))
         and e.kind not in ('post_mortem_linked', 'post_mortem_unlinked')
       order by e.id desc limit 1) t
     left join lateral (
       select e.kind, e.data from alert_events e
       where e.alert = u.number and e.at < $1
         and (e.kind in ('snoozed', 'woken', 'claimed', 'resolved', 'dismissed')
           or e.kind in ('joined', 'amended') and e.data ? 'severity' or e.kind = 'severity_changed' and e.actor_id is null)
       order by e.id desc limit 1) z on z.kind = 'snoozed'
     left join lateral (
       select e.kind, e.data from alert_events e
       where e.alert = u.number and e.at < $1
         and (e.kind in ('promised', 'promise_broken', 'resolved', 'dismissed') or e.kind = 'contacted' and e.data ? 'promise')
       order by e.id desc limit 1) p on p.kind = 'promised' and (p.data->>'due')::timestamptz >= $1
     where l.kind not in ('resolved', 'dismissed')),
   judged as (
     select s.*,
       case when s.owner_then is null and s.respond_by < $1 then 'unclaimed'
            when s.owner_then is not null and s.resolve_by < $1 then 'breached'
            when s.owner_then is not null and s.touched_at < ($2::json->>s.severity)::timestamptz then 'silent' end as need,
       case when s.owner_then is null then s.respond_by when s.resolve_by < $1 then s.resolve_by else s.touched_at end as since,
       least(s.promised_at, case when s.owner_then is null then s.respond_by else s.resolve_by end) as due_at,
       case when s.promised_at <= case when s.owner_then is null then s.respond_by else s.resolve_by end then 'promise'
            when s.owner_then is null then 'respond' else 'resolve' end as due_what
     from stood s),
   first as (
     (select *, row_number() over (order by array_position(array['critical', 'high', 'normal', 'low'], severity),
        array_position(array['unclaimed', 'breached', 'silent'], need), since, number) as place
      from judged where need is not null order by place limit $6)
     union all
     (select *, row_number() over (order by due_at, number) as place
      from judged where need is null and due_at >= $1 and due_at < $5 order by place limit $7))
   select c.*, f.need, f.since, f.due_at, f.due_what, f.place,
     (select to_json(o) from staff o where o.id = f.owner_then) as then_owner, v.*
   from (
     select count(*) filter (where owner_then is null)::int as open, count(*) filter (where owner_then is not null)::int as claimed,
       count(*) filter (where need = 'unclaimed')::int as unclaimed, count(*) filter (where need = 'breached')::int as breached,
       count(*) filter (where need = 'silent')::int as silent,
       count(*) filter (where need is null and due_at >= $1 and due_at < $5)::int as due_count,
       count(*) filter (where promised_at < $5)::int as promises_due,
       (select json_agg(w order by w.late desc, w.alerts desc, w.name) from (
          select o.id, o.name, o.email, o.time_zone, n.alerts, n.late
          from (select owner_then, count(*)::int as alerts, count(need)::int as late from judged where owner_then is not null
                group by owner_then order by late desc, alerts desc, owner_then limit ${MOST_OWNERS}) n
          cross join lateral (select id, name, email, time_zone from staff where id = n.owner_then) o) w) as owners
     from judged) c
   left join (first f cross join lateral (${SELECT_VIEWS} where a.number = f.number) v) on true
   order by f.need is null, f.place`,
);

export async function readStanding(
  sql: Sql,
  { asOf, silentSince, mostStuck, mostDue }: Parameters<ReadDigestStore['standingAt']>[0],
  { teams, source }: Scope,
): Promise<Standing> {
  const dueUntil = new Date(asOf.getTime() + DAY_MS);
  const values = [
    asOf,
    JSON.stringify(silentSince),
    teams ?? null,
    source ?? null,
    dueUntil,
    mostStuck,
    mostDue,
  ];
  const rows = await sql<StandingRow>(STANDING, values);
  const [head] = rows;
  if (!head) throw new Error('how things stand was not counted');
  const listed = rows.filter(isListed);
  return {
    open: head.open,
    claimed: head.claimed,
    counts: { unclaimed: head.unclaimed, breached: head.breached, silent: head.silent },
    dueCount: head.due_count,
    promisesDue: head.promises_due,
    stuck: listed.flatMap((row) =>
      row.need === null ? [] : [{ need: row.need, since: row.since, view: viewThen(row) }],
    ),
    due: listed.flatMap((row) =>
      row.need === null ? [{ what: row.due_what, at: row.due_at, view: viewThen(row) }] : [],
    ),
    owners: (head.owners ?? []).map(({ alerts, late, ...owner }): OwnerLoad => ({
      owner: toStaff(owner),
      alerts,
      late,
    })),
  };
}

interface CountedRow {
  readonly open: number;
  readonly claimed: number;
  readonly unclaimed: number;
  readonly breached: number;
  readonly silent: number;
  readonly due_count: number;
  readonly promises_due: number;
  readonly owners: readonly (StaffRow & { readonly alerts: number; readonly late: number })[] | null;
}

interface ListedRow extends CountedRow, ViewRow {
  readonly place: string;
  readonly need: Need | null;
  readonly since: Date;
  readonly due_at: Date;
  readonly due_what: DueAlert['what'];
  readonly then_owner: StaffRow | null;
}

type StandingRow = ListedRow | (CountedRow & { readonly place: null });

function isListed(row: StandingRow): row is ListedRow {
  return row.place !== null;
}

/** As it stood then, with whom it was. */
function viewThen({ then_owner: owner, ...row }: ListedRow): DueAlert['view'] {
  return toView({ ...row, owner });
}
