/** What a summary lists beside its figures: what needs somebody, what it is about, whom it concerns, how it went. */
import type { Periods } from '../domain/figures/period.js';
import { type Need, type Needs, type ThemeCount } from '../domain/figures/summary.js';
import { NO_THEME } from '../domain/triage.js';
import type { Scope, SummaryStore } from '../use-cases/read-summary.js';
import { SELECT_VIEWS, toView, type ViewRow } from './alert-rows.js';
import { ALERT_SCOPE, countPeriods } from './figures.js';
import { ITEM_COLUMNS, type ItemRow, toItemView } from './post-mortem/action-item-rows.js';
import { type Sql, statement } from './sql.js';

/** Who never had anybody comes before who has somebody who is late, and that before who has done nothing for long. */
const NEEDING = statement(
  'summary_needing',
  `with needing as (
     select n.number, n.need, n.since, n.severity, count(*) over (partition by n.need)::int as of_need
     from (
       select a.number, a.severity,
         case when a.state = 'open' and a.respond_by < $1 then 'unclaimed'
              when a.state = 'claimed' and a.resolve_by < $1 then 'breached'
              when a.state = 'claimed' and a.snoozed_until is null and coalesce(a.touched_at, a.claimed_at) < ($2::json->>a.severity)::timestamptz
                then 'silent' end as need,
         case when a.state = 'open' then a.respond_by when a.resolve_by < $1 then a.resolve_by
              else coalesce(a.touched_at, a.claimed_at) end as since
       from alerts a
       where a.state in ('open', 'claimed') and ${ALERT_SCOPE}) n
     where n.need is not null),
   first as (
     select *, row_number() over (order by array_position(array['unclaimed', 'breached', 'silent'], need),
       array_position(array['critical', 'high', 'normal', 'low'], severity), since, number) as place
     from needing order by place limit $5)
   select (select json_object_agg(need, of_need) from (select distinct need, of_need from needing) c) as counts,
     f.need, f.since, f.place, v.*
   from first f cross join lateral (${SELECT_VIEWS} where a.number = f.number) v
   order by f.place`,
);

const THEMES = statement(
  'summary_themes',
  `select t.theme, t.alerts, t.before from (
     select a.theme, count(*) filter (where p.place = 1)::int as alerts, count(*) filter (where p.place = 2)::int as before
     from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as p (since, until, place)
     cross join lateral (
       select theme from alerts a where a.opened_at >= p.since and a.opened_at < p.until and a.theme <> '${NO_THEME}' and ${ALERT_SCOPE} offset 0) a
     group by a.theme) t
   where t.alerts > 0
   order by t.alerts desc, t.alerts - t.before desc, t.theme limit $5`,
);

const ACCOUNTS = statement(
  'summary_accounts',
  `select t.name, c.alerts from (
     select a.account_id, count(*)::int as alerts from alerts a
     where a.opened_at >= $1 and a.opened_at < $2 and a.account_id is not null and ${ALERT_SCOPE}
     group by a.account_id having count(*) > 1 order by count(*) desc, a.account_id limit $5) c
   cross join lateral (select name from accounts where id = c.account_id) t
   where t.name is not null order by c.alerts desc, t.name`,
);

const STEPS = statement(
  'summary_steps',
  `select width_bucket(a.opened_at, $5::timestamptz[]) as step, count(*)::int as alerts from alerts a
   where a.opened_at >= $1 and a.opened_at < $2 and ${ALERT_SCOPE} group by 1`,
);

/** Of a source nothing is due: an action is of a team. */
const ACTION_SCOPE = `($3::text[] is null or p.team = any($3)) and $4::text is null`;

const ACTIONS = statement(
  'summary_actions',
  `select count(*)::int as due, (count(*) filter (where i.done_at <= $5))::int as done
   from action_items i join post_mortems p on p.number = i.post_mortem
   where i.due_on >= $1::text::date and i.due_on <= $2::text::date and i.added_at <= $5 and ${ACTION_SCOPE}`,
);

const LATE = statement(
  'summary_late_actions',
  `select ${ITEM_COLUMNS}, to_json(o) as owner, count(*) over ()::int as overdue
   from (
     select id from action_items where done_at is null and due_on < $1::text::date
     union all select id from action_items where done_at > $5 and due_on < $1::text::date) w
   join action_items i on i.id = w.id join post_mortems p on p.number = i.post_mortem join staff o on o.id = i.owner_id
   where i.added_at <= $5 and ${ACTION_SCOPE}
   order by i.due_on, i.id limit $2`,
);

const NONE: Readonly<Record<Need, number>> = { unclaimed: 0, breached: 0, silent: 0 };

export function createSummaryStore(sql: Sql): SummaryStore {
  return {
    countPeriods: (periods, scope) => countPeriods(sql, periods, scope),

    async needing({ now, silentSince, limit }, scope): Promise<Needs> {
      const rows = await sql<NeedingRow>(NEEDING, [
        now,
        JSON.stringify(silentSince),
        ...scopeValues(scope),
        limit,
      ]);
      return {
        counts: { ...NONE, ...rows[0]?.counts },
        alerts: rows.map((row) => ({ need: row.need, since: row.since, view: toView(row) })),
      };
    },

    countThemes(periods, scope, limit) {
      return sql<ThemeCount>(THEMES, [...periodValues(periods), ...scopeValues(scope), limit]);
    },

    countAccounts({ since, until }, scope, limit) {
      return sql(ACCOUNTS, [since, until, ...scopeValues(scope), limit]);
    },

    async countActions({ first, last, today, asOf, limit }, scope) {
      const values = scopeValues(scope);
      const [[counted], late] = await Promise.all([
        sql<{ due: number; done: number }>(ACTIONS, [first, last, ...values, asOf]),
        sql<ItemRow & { overdue: number }>(LATE, [today, limit, ...values, asOf]),
      ]);
      return {
        due: counted?.due ?? 0,
        done: counted?.done ?? 0,
        overdue: late[0]?.overdue ?? 0,
        late: late.map(toItemView),
      };
    },

    async countSteps({ since, until }, starts, scope) {
      const rows = await sql<{ step: number; alerts: number }>(STEPS, [
        since,
        until,
        ...scopeValues(scope),
        starts,
      ]);
      const counts = new Map(rows.map(({ step, alerts }) => [step, alerts]));
      return starts.map((_, index) => counts.get(index + 1) ?? 0);
    },
  };
}

interface NeedingRow extends ViewRow {
  readonly counts: Partial<Record<Need, number>>;
  readonly need: Need;
  readonly since: Date;
}

function scopeValues({ teams, source }: Scope): readonly unknown[] {
  return [teams ?? null, source ?? null];
}

function periodValues({ period, before }: Periods): readonly (readonly Date[])[] {
  return [
    [period.since, before.since],
    [period.until, before.until],
  ];
}
