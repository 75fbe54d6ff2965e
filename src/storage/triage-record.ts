/** Writes what came of a batch of signals. */
import type { Concern } from '../domain/plan-alerts.js';
import type { TriageEvent, TriageRecord } from '../use-cases/triage-signals.js';
import { priorityOf } from './priority.js';
import { type Sql, statement } from './sql.js';
import { LostRace } from './transaction.js';

/** Returns nothing for a matter that somebody else opened meanwhile. */
const OPEN_ALERTS = statement(
  'open_alerts',
  `insert into alerts (severity, theme, team, reason, rule, group_key, customer_id, account_id, lead_signal_id, opened_at, respond_by,
     resolve_by, signal_count, last_signal_at, previous_score, similar_before)
   select g.severity, g.theme, g.team, g.reason, g.rule, g.group_key, g.customer_id, g.account_id, g.lead_signal_id, $2, g.respond_by,
     g.resolve_by, g.signal_count, $2, g.previous_score, g.similar_before
   from json_to_recordset($1::json) as g (severity text, theme text, team text, reason text, rule text, group_key text,
     customer_id uuid, account_id uuid, lead_signal_id uuid, respond_by timestamptz, resolve_by timestamptz, signal_count int,
     previous_score float8, similar_before int)
   order by g.lead_signal_id
   on conflict (group_key) where state in ('open', 'claimed') do nothing
   returning number, lead_signal_id`,
);

const JOIN_ALERTS = statement(
  'join_alerts',
  `update alerts a set revision = a.revision + 1, signal_count = a.signal_count + g.count, last_signal_at = $2,
     severity = coalesce(g.severity, a.severity), reason = coalesce(g.reason, a.reason), rule = coalesce(g.rule, a.rule),
     respond_by = coalesce(g.respond_by, a.respond_by),
     resolve_by = coalesce(g.resolve_by, a.resolve_by), lead_signal_id = coalesce(g.lead_signal_id, a.lead_signal_id),
     previous_score = coalesce(g.previous_score, a.previous_score)
   from json_to_recordset($1::json) as g (number bigint, count int, severity text, reason text, rule text, respond_by timestamptz, resolve_by timestamptz,
     lead_signal_id uuid, previous_score float8)
   where a.number = g.number`,
);

const RECORD_VERDICTS = statement(
  'record_verdicts',
  `update signals s set triaged_at = $2, customer_id = g.customer_id, account_id = g.account_id, alert = g.alert, theme = g.theme,
     reason = g.reason, rule = g.rule
   from json_to_recordset($1::json) as g (id uuid, customer_id uuid, account_id uuid, alert bigint, theme text, reason text, rule text)
   where s.id = g.id`,
);

const RECORD_EVENTS = statement(
  'record_triage_events',
  `insert into alert_events (id, alert, at, kind, data)
   select g.id, g.alert, $2, g.kind, g.data from json_to_recordset($1::json) as g (id uuid, alert bigint, kind text, data jsonb)`,
);

const WANT_NEW_CARDS = statement(
  'want_new_cards',
  `insert into messages (id, role, alert, platform, channel, priority, not_before)
   select g.id, 'card', g.alert, g.platform, g.channel, g.priority, $2
   from json_to_recordset($1::json) as g (id uuid, alert bigint, platform text, channel text, priority smallint)`,
);

/** The cards of joined alerts are wanted anew; one that is dead stays dead. */
const WANT_CARDS_ANEW = statement(
  'want_cards_anew',
  `update messages m set wanted_revision = a.revision, state = case when m.state = 'posted' then 'wanted' else m.state end,
     attempt = case when m.state = 'posted' then 0 else m.attempt end,
     not_before = case when m.state = 'posted' then $2 else m.not_before end
   from alerts a where a.number = m.alert and m.role = 'card' and m.alert = any($1::bigint[])`,
);

/** A line for every card of its alert that is not given up; it waits for the card where that is not posted yet. */
const WANT_LINES = statement(
  'want_triage_lines',
  `insert into messages (id, role, alert, event_id, root_id, platform, channel, priority, not_before)
   select gen_random_uuid(), 'line', m.alert, g.event_id, m.id, m.platform, m.channel, m.priority,
     case when m.reference is null then 'infinity'::timestamptz else $2 end
   from json_to_recordset($1::json) as g (event_id uuid, alert bigint)
   join messages m on m.alert = g.alert and m.role = 'card' and m.state <> 'dead'
   order by g.event_id`,
);

/** Alerts are opened first, because the rest names their numbers; the rest is sent in one go, in the order in which it must happen. */
export async function recordTriage(sql: Sql, record: TriageRecord): Promise<void> {
  const { at, openings, joinings, events, verdicts } = record;
  const opened = await openAlerts(sql, record);
  const numberOf = (of: TriageEvent['of']): number => {
    const number = 'alert' in of ? of.alert : opened.get(of.openedBy);
    if (number === undefined) throw new LostRace('another process opened the alert of this matter');
    return number;
  };
  const verdictRows = verdicts.map(({ signalId, customerId, accountId, theme, reason, rule, of }) => ({
    id: signalId,
    customer_id: customerId,
    account_id: accountId,
    alert: of && numberOf(of),
    theme,
    reason,
    rule,
  }));
  const eventRows = events.map(({ id, of, event: { kind, ...data } }) => ({
    id,
    alert: numberOf(of),
    kind,
    data,
  }));
  const cards = openings.flatMap(({ lead, cards: wanted }) =>
    wanted.map(({ messageId, platform, channel, severity }) => ({
      id: messageId,
      alert: numberOf({ openedBy: lead.signalId }),
      platform,
      channel,
      priority: priorityOf(severity),
    })),
  );
  const lines = events
    .filter(({ line }) => line)
    .map(({ id, of }) => ({ event_id: id, alert: numberOf(of) }));
  const joined = joinings.map(({ alert }) => alert.number);
  await Promise.all([
    joined.length > 0 && sql(JOIN_ALERTS, [JSON.stringify(joinings.map(joinRow)), at]),
    joined.length > 0 && sql(WANT_CARDS_ANEW, [joined, at]),
    sql(RECORD_VERDICTS, [JSON.stringify(verdictRows), at]),
    eventRows.length > 0 && sql(RECORD_EVENTS, [JSON.stringify(eventRows), at]),
    cards.length > 0 && sql(WANT_NEW_CARDS, [JSON.stringify(cards), at]),
    lines.length > 0 && sql(WANT_LINES, [JSON.stringify(lines), at]),
  ]);
}

async function openAlerts(sql: Sql, { openings, at }: TriageRecord): Promise<ReadonlyMap<string, number>> {
  if (openings.length === 0) return new Map();
  const drafts = openings.map(({ lead, concerns, severity, respondBy, resolveBy, similarBefore }) => ({
    severity,
    theme: lead.decision.theme,
    team: lead.decision.team,
    reason: lead.decision.reason,
    rule: lead.decision.rule,
    group_key: lead.matter,
    customer_id: lead.customerId,
    account_id: lead.accountId,
    lead_signal_id: lead.signalId,
    respond_by: respondBy,
    resolve_by: resolveBy,
    signal_count: concerns.length,
    previous_score: previousOnScale(lead),
    similar_before: similarBefore,
  }));
  const rows = await sql<{ number: string; lead_signal_id: string }>(OPEN_ALERTS, [
    JSON.stringify(drafts),
    at,
  ]);
  return new Map(rows.map((row) => [row.lead_signal_id, Number(row.number)]));
}

function joinRow({
  alert,
  concerns,
  raised,
  lead,
}: TriageRecord['joinings'][number]): Record<string, unknown> {
  return {
    number: alert.number,
    count: concerns.length,
    severity: raised?.severity,
    reason: raised?.reason,
    rule: raised?.rule,
    respond_by: raised?.respondBy,
    resolve_by: raised?.resolveBy,
    lead_signal_id: lead?.signalId,
    previous_score: lead && previousOnScale(lead),
  };
}

/** The score before, on the scale of the one that the card shows beside it. */
function previousOnScale({ signal: { score }, previousScore }: Concern): number | undefined {
  if (!score || !previousScore) return undefined;
  const place =
    (previousScore.value - previousScore.scale.min) / (previousScore.scale.max - previousScore.scale.min);
  return score.scale.min + place * (score.scale.max - score.scale.min);
}
