import type { ChangeAlertStore } from '../use-cases/change-alert.js';
import type { AlertFilter, ReadAlertsStore } from '../use-cases/read-alerts.js';
import { SELECT_VIEWS, toView, type ViewRow } from './alert-rows.js';
import { readHistory } from './events.js';
import { PERSON_PRIORITY } from './priority.js';
import { type Sql, type Statement, statement } from './sql.js';

const VIEW = statement('view_alert', `${SELECT_VIEWS} where a.number = $1`);

const OTHER_UNCLOSED = statement(
  'other_unclosed_alert',
  `select o.number from alerts a join alerts o on o.group_key = a.group_key and o.number <> a.number
   where a.number = $1 and o.state in ('open', 'claimed')`,
);

/**
 * A field that the change does not name keeps its value. All in one statement: the reference of a line to its event is checked at its
 * end, when the event is there.
 */
const CHANGE = statement(
  'change_alert',
  `with given as (select $3::jsonb as f),
   changed as (
     update alerts a set revision = a.revision + 1,
       state = case when f ? 'state' then f->>'state' else a.state end,
       severity = case when f ? 'severity' then f->>'severity' else a.severity end,
       owner_id = case when f ? 'ownerId' then (f->>'ownerId')::uuid else a.owner_id end,
       claimed_at = case when f ? 'claimedAt' then (f->>'claimedAt')::timestamptz else a.claimed_at end,
       closed_at = case when f ? 'closedAt' then (f->>'closedAt')::timestamptz else a.closed_at end,
       closed_by = case when f ? 'closedBy' then (f->>'closedBy')::uuid else a.closed_by end,
       outcome = case when f ? 'outcome' then f->>'outcome' else a.outcome end,
       root_cause = case when f ? 'rootCause' then f->>'rootCause' else a.root_cause end,
       closing_note = case when f ? 'closingNote' then f->>'closingNote' else a.closing_note end,
       dismissal = case when f ? 'dismissal' then f->>'dismissal' else a.dismissal end,
       respond_by = case when f ? 'respondBy' then (f->>'respondBy')::timestamptz else a.respond_by end,
       resolve_by = case when f ? 'resolveBy' then (f->>'resolveBy')::timestamptz else a.resolve_by end
     from given where a.number = $1 and a.revision = $2
     returning a.number, a.revision),
   event as (
     insert into alert_events (id, alert, at, actor_id, kind, data)
     select $4, number, $5, $6, $7, $8 from changed),
   cards as (
     update messages m set wanted_revision = c.revision, priority = $9,
       state = case when m.state = 'posted' then 'wanted' else m.state end,
       attempt = case when m.state = 'posted' then 0 else m.attempt end,
       not_before = case when m.state in ('posted', 'wanted') then least(m.not_before, $5) else m.not_before end
     from changed c where m.alert = $1 and m.role = 'card'),
   lines as (
     insert into messages (id, role, alert, event_id, root_id, platform, channel, priority, not_before)
     select gen_random_uuid(), 'line', m.alert, $4, m.id, m.platform, m.channel, $9,
       case when m.reference is null then 'infinity'::timestamptz else $5 end
     from changed c, messages m where m.alert = $1 and m.role = 'card' and m.state <> 'dead'),
   platforms as (select distinct platform from messages where alert = $1 and role = 'card'),
   known as (select platform from staff_identities where staff_id = $10::text::uuid and standing = 'member'),
   directs as (
     insert into messages (id, role, alert, event_id, platform, channel, priority, not_before)
     select gen_random_uuid(), 'direct', c.number, $4, p.platform, $10::text, $9, $5
     from changed c cross join platforms p
     where $10::text is not null
       and (p.platform in (select platform from known) or not exists (select from known join platforms using (platform))))
   select number from changed`,
);

export function createAlertStore(sql: Sql): ChangeAlertStore & ReadAlertsStore {
  const viewAlert: ReadAlertsStore['viewAlert'] = async (alert) => {
    const [row] = await sql<ViewRow>(VIEW, [alert]);
    return row && toView(row);
  };
  return {
    viewAlert,

    async changeAlert({ alert, revision, fields, event: { kind, ...data }, eventId, actorId, tell, at }) {
      const values = [
        alert,
        revision,
        JSON.stringify(fields),
        eventId,
        at,
        actorId,
        kind,
        JSON.stringify(data),
        PERSON_PRIORITY,
        tell,
      ];
      return (await sql(CHANGE, values)).length === 1;
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
  case a.state when 'open' then a.respond_by else a.resolve_by end, a.number limit $1`;

function listPair(name: string, condition: (first: number) => string): readonly [Statement, Statement] {
  return [
    statement(`list_${name}`, `${SELECT_VIEWS} where ${condition(2)} ${ORDER}`),
    statement(`count_${name}`, `select count(*)::int as total from alerts a where ${condition(1)}`),
  ];
}

const LISTS = {
  mine: listPair('mine', (first) => `a.state = 'claimed' and a.owner_id = $${first}::uuid`),
  unclaimed: listPair('unclaimed', () => `a.state = 'open'`),
  team: listPair('team', (first) => `a.state in ('open', 'claimed') and a.team = $${first}`),
  all: listPair('all', () => `a.state in ('open', 'claimed')`),
} as const;

function listStatements(filter: AlertFilter): readonly [Statement, Statement, readonly string[]] {
  switch (filter.show) {
    case 'mine':
      return [...LISTS.mine, [filter.staffId]];
    case 'team':
      return [...LISTS.team, [filter.team]];
    case 'unclaimed':
    case 'all':
      return [...LISTS[filter.show], []];
  }
}
