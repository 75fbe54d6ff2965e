import type { ChangeAlertStore } from '../use-cases/change-alert.js';
import type { AlertFilter, ReadAlertsStore } from '../use-cases/read-alerts.js';
import { SELECT_VIEWS, toView, type ViewRow } from './alert-rows.js';
import { CHANGE_ALERT, changeValues } from './change-alert.js';
import { readHistory } from './events.js';
import { type Sql, type Statement, statement } from './sql.js';
import { tellReportersEnd } from './voice-reports.js';

const VIEW = statement('view_alert', `${SELECT_VIEWS} where a.number = $1`);

const OTHER_UNCLOSED = statement(
  'other_unclosed_alert',
  `select o.number from alerts a join alerts o on o.group_key = a.group_key and o.number <> a.number
   where a.number = $1 and o.state in ('open', 'claimed')`,
);

export function createAlertStore(sql: Sql): ChangeAlertStore & ReadAlertsStore {
  const viewAlert: ReadAlertsStore['viewAlert'] = async (alert) => {
    const [row] = await sql<ViewRow>(VIEW, [alert]);
    return row && toView(row);
  };
  return {
    viewAlert,

    async changeAlert(change) {
      const changed = (await sql(CHANGE_ALERT, changeValues(change))).length === 1;
      const { kind } = change.event;
      if (changed && (kind === 'resolved' || kind === 'dismissed')) tellReportersEnd(sql, change);
      return changed;
    },

    async otherUnclosed(alert) {
      const [row] = await sql<{ number: string }>(OTHER_UNCLOSED, [alert]);
      return row && Number(row.number);
    },

    async listAlerts(filter, limit) {
      const [list, count, values] = listStatements(filter);
      const rows = await sql<ViewRow>(list, [limit, ...values]);
      if (rows.length < limit) return { views: rows.map(toView), total: rows.length };
      const [counted] = await sql<{ total: number }>(count, values);
      return { views: rows.map(toView), total: counted?.total ?? rows.length };
    },

    history: (alert) => readHistory(sql, alert),
  };
}

const ORDER = `order by array_position(array['critical', 'high', 'normal', 'low'], a.severity),
  case a.state when 'open' then a.respond_by else a.resolve_by end, a.number`;

/** The rule of domain/follow-up/next-due.ts. `least` passes over what is null. */
const DUE_ORDER = `order by least(a.promised_at, a.next_contact_at, coalesce(a.snoozed_until,
  least(case when a.contacted_at is null then a.respond_by end, a.resolve_by))), a.number`;

/** The first of the list are found before anything else is read of them. */
function listPair(
  name: string,
  condition: (first: number) => string,
  order = ORDER,
): readonly [Statement, Statement] {
  return [
    statement(
      `list_${name}`,
      `select v.* from (select a.number, row_number() over (${order}) as place from alerts a where ${condition(2)} order by place limit $1) f
       cross join lateral (${SELECT_VIEWS} where a.number = f.number) v
       order by f.place`,
    ),
    statement(`count_${name}`, `select count(*)::int as total from alerts a where ${condition(1)}`),
  ];
}

const IS_MINE = (first: number): string => `a.state = 'claimed' and a.owner_id = $${first}::uuid`;

const LISTS = {
  mine: listPair('mine', IS_MINE),
  due: listPair('mine_by_due', IS_MINE, DUE_ORDER),
  unclaimed: listPair('unclaimed', () => `a.state = 'open'`),
  team: listPair('team', (first) => `a.state in ('open', 'claimed') and a.team = $${first}`),
  all: listPair('all', () => `a.state in ('open', 'claimed')`),
} as const;

function listStatements(filter: AlertFilter): readonly [Statement, Statement, readonly string[]] {
  switch (filter.show) {
    case 'mine':
      return [...LISTS[filter.order ?? 'mine'], [filter.staffId]];
    case 'team':
      return [...LISTS.team, [filter.team]];
    case 'unclaimed':
    case 'all':
      return [...LISTS[filter.show], []];
  }
}
