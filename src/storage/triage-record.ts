/** Writes what came of a batch of signals. */
import type { Contacts } from '../domain/contacts.js';
import type { Lead } from '../domain/plan-alerts.js';
import type { TriageEvent, TriageRecord } from '../use-cases/triage-store.js';
import { amendSignals } from './amend-signals.js';
import { priorityOf } from './priority.js';
import { wantRollUps } from './roll-ups.js';
import { type Sql, statement } from './sql.js';
import { keepVoiceReports } from './voice-reports.js';

/**
 * One statement, so that what belongs to a new alert finds the number that it is given here. Another transaction that opened one of
 * the matters meanwhile fails it by the index alerts_matter.
 */
const RECORD = statement(
  'record_triage',
  `with opened as (
     insert into alerts (severity, theme, team, reason, rule, group_key, customer_id, account_id, lead_signal_id, opened_at, respond_by,
       resolve_by, signal_count, last_signal_at, previous_score, similar_before, attend_at,
       contacts, contacts_since, contacts_newest, lead_source)
     select g.severity, g.theme, g.team, g.reason, g.rule, g.group_key, g.customer_id, g.account_id, g.lead_signal_id, $2, g.respond_by,
       g.resolve_by, g.signal_count, $2, g.previous_score, g.similar_before, g.respond_by,
       g.contacts, g.contacts_since, g.contacts_newest, g.lead_source
     from json_to_recordset($1::json) as g (severity text, theme text, team text, reason text, rule text, group_key text,
       customer_id uuid, account_id uuid, lead_signal_id uuid, respond_by timestamptz, resolve_by timestamptz, signal_count int,
       previous_score float8, similar_before int, contacts int, contacts_since timestamptz, contacts_newest timestamptz,
       lead_source text)
     order by g.lead_signal_id
     returning number, lead_signal_id),
   numbers as (select jsonb_object_agg(lead_signal_id, number) as by_lead from opened),
   verdicts as (
     update signals s set triaged_at = $2, customer_id = g.customer_id, account_id = g.account_id, theme = g.theme, team = g.team,
       reason = g.reason, rule = g.rule, negative = g.negative, read_language = g.read_language, alert = coalesce(g.alert, ((select by_lead from numbers) ->> g.opened_by)::bigint)
     from json_to_recordset($3::json)
       as g (id uuid, customer_id uuid, account_id uuid, alert bigint, opened_by text, theme text, team text, reason text, rule text,
         negative real, read_language text)
     where s.id = g.id),
   events as (
     insert into alert_events (id, alert, at, kind, data)
     select g.id, coalesce(g.alert, ((select by_lead from numbers) ->> g.opened_by)::bigint), $2, g.kind, g.data
     from json_to_recordset($4::json) as g (id uuid, alert bigint, opened_by text, kind text, data jsonb))
   insert into messages (id, role, alert, event_id, root_id, platform, channel, priority, not_before)
   select coalesce(g.id, gen_random_uuid()), g.role, ((select by_lead from numbers) ->> g.opened_by)::bigint, g.event_id, g.root_id, g.platform, g.channel, g.priority,
     case g.role when 'card' then $2 else 'infinity'::timestamptz end
   from json_to_recordset($5::json)
     as g (id uuid, role text, opened_by text, event_id uuid, root_id uuid, platform text, channel text, priority smallint)`,
);

/** A voice that was delivered late does not take the count back. */
const REACHES_FURTHER = 'coalesce(g.contacts_newest >= a.contacts_newest, g.contacts is not null)';

/** What grows graver is awake, and the clock looks at its new deadlines at once. */
const JOIN_ALERTS = statement(
  'join_alerts',
  `update alerts a set revision = a.revision + 1, signal_count = a.signal_count + g.count,
     last_signal_at = case when g.count > 0 then $2 else a.last_signal_at end,
     severity = coalesce(g.severity, a.severity), reason = coalesce(g.reason, a.reason), rule = coalesce(g.rule, a.rule),
     respond_by = coalesce(g.respond_by, a.respond_by),
     resolve_by = coalesce(g.resolve_by, a.resolve_by), lead_signal_id = coalesce(g.lead_signal_id, a.lead_signal_id),
     lead_source = coalesce(g.lead_source, a.lead_source),
     previous_score = coalesce(g.previous_score, a.previous_score),
     contacts = case when ${REACHES_FURTHER} then g.contacts else a.contacts end,
     contacts_since = case when ${REACHES_FURTHER} then g.contacts_since else a.contacts_since end,
     contacts_newest = case when ${REACHES_FURTHER} then g.contacts_newest else a.contacts_newest end,
     snoozed_until = case when g.severity is null then a.snoozed_until end,
     attend_at = case when g.severity is null then a.attend_at else $2 end
   from json_to_recordset($1::json) as g (number bigint, count int, severity text, reason text, rule text, respond_by timestamptz, resolve_by timestamptz,
     lead_signal_id uuid, lead_source text, previous_score float8, contacts int, contacts_since timestamptz, contacts_newest timestamptz)
   where a.number = g.number`,
);

/**
 * The cards of joined alerts are wanted anew; one that is dead stays dead, and one whose alert a roll-up names stays gathered, unless the
 * alert grew graver.
 */
export const WANT_CARDS_ANEW = statement(
  'want_cards_anew',
  `with cards as (
     update messages m set wanted_revision = c.revision, state = case when c.anew then 'wanted' else m.state end,
       attempt = case when c.anew then 0 else m.attempt end,
       not_before = case when c.anew then $2 else m.not_before end
     from (
       select o.id, a.revision, o.state = 'posted' or o.state = 'gathered' and g.alert = any($3::bigint[]) as anew
       from unnest($1::bigint[]) as g (alert) join alerts a on a.number = g.alert
       cross join lateral (select id, state from messages where alert = g.alert and role = 'card' for update) o) c
     where m.id = c.id
     returning m.rolled_into)${wantRollUps('cards', '$2')}`,
);

/** A line for every card of a joined alert that is not given up; it waits for the card where that is not posted yet. */
const WANT_LINES = statement(
  'want_joined_lines',
  `insert into messages (id, role, alert, event_id, root_id, platform, channel, priority, not_before)
   select gen_random_uuid(), 'line', g.alert, g.event_id, m.id, m.platform, m.channel, m.priority,
     case when m.reference is null then 'infinity'::timestamptz else $2 end
   from json_to_recordset($1::json) as g (event_id uuid, alert bigint)
   cross join lateral (
     select id, platform, channel, priority, reference from messages
     where alert = g.alert and role = 'card' and state <> 'dead' for update) m
   order by g.event_id`,
);

/** Only where a language model is configured. */
const WANT_READINGS = statement(
  'want_readings',
  `insert into model_readings (signal_id, alert, not_before)
   select s.id, s.alert, $2 from unnest($1::uuid[]) as g (id)
   cross join lateral (select id, alert from signals where id = g.id offset 0) s where s.alert is not null
   on conflict (signal_id) do nothing`,
);

/** Sends the statements without waiting for an answer. */
export function recordTriage(sql: Sql, record: TriageRecord): void {
  const { at, openings, joinings, events, verdicts, amended, toRead, reported } = record;
  const verdictRows = verdicts.map(({ signalId, customerId, accountId, readLanguage, of, ...rest }) => ({
    ...rest,
    id: signalId,
    customer_id: customerId,
    account_id: accountId,
    read_language: readLanguage,
    ...(of && alertOf(of)),
  }));
  const eventRows = events.map(({ id, of, event: { kind, ...data } }) => ({
    id,
    kind,
    data,
    ...alertOf(of),
  }));
  sql.send(RECORD, [
    JSON.stringify(openings.map(openingRow)),
    at,
    JSON.stringify(verdictRows),
    JSON.stringify(eventRows),
    JSON.stringify(openings.flatMap((opening) => messageRows(opening, events))),
  ]);
  amendSignals(sql, amended, at);
  if (joinings.length > 0) recordJoinings(sql, record);
  keepVoiceReports(sql, reported, at);
  if (toRead.length > 0) sql.send(WANT_READINGS, [toRead, at]);
}

function recordJoinings(sql: Sql, { at, joinings, events }: TriageRecord): void {
  sql.send(JOIN_ALERTS, [JSON.stringify(joinings.map(joinRow)), at]);
  const raised = joinings.flatMap((each) => (each.raised ? [each.alert.number] : []));
  sql.send(WANT_CARDS_ANEW, [joinings.map(({ alert }) => alert.number), at, raised]);
  const lines = events.flatMap(({ id, of, line }) =>
    line && 'alert' in of ? [{ event_id: id, alert: of.alert }] : [],
  );
  if (lines.length > 0) sql.send(WANT_LINES, [JSON.stringify(lines), at]);
}

function alertOf(of: TriageEvent['of']): { readonly alert: number } | { readonly opened_by: string } {
  return 'alert' in of ? of : { opened_by: of.openedBy };
}

/** A new alert's cards, each followed by its lines. */
function messageRows(
  { lead, cards }: TriageRecord['openings'][number],
  events: readonly TriageEvent[],
): readonly Readonly<Record<string, unknown>>[] {
  const lines = events.filter(({ of, line }) => line && 'openedBy' in of && of.openedBy === lead.signalId);
  return cards.flatMap(({ messageId, platform, channel, severity }) => {
    const place = { opened_by: lead.signalId, platform, channel, priority: priorityOf(severity) };
    return [
      { id: messageId, role: 'card', ...place },
      ...lines.map(({ id: event_id }) => ({ role: 'line', event_id, root_id: messageId, ...place })),
    ];
  });
}

function openingRow({
  lead,
  concerns,
  severity,
  respondBy,
  resolveBy,
  similarBefore,
  contacts,
}: TriageRecord['openings'][number]): Readonly<Record<string, unknown>> {
  return {
    severity,
    theme: lead.decision.theme,
    team: lead.decision.team,
    reason: lead.decision.reason,
    rule: lead.decision.rule,
    group_key: lead.matter,
    customer_id: lead.customerId,
    account_id: lead.accountId,
    lead_signal_id: lead.signalId,
    lead_source: lead.source,
    respond_by: respondBy,
    resolve_by: resolveBy,
    signal_count: concerns.length,
    previous_score: previousOnScale(lead),
    similar_before: similarBefore,
    ...contactColumns(contacts),
  };
}

function joinRow({
  alert,
  concerns,
  raised,
  lead,
  contacts,
}: TriageRecord['joinings'][number]): Readonly<Record<string, unknown>> {
  return {
    number: alert.number,
    count: concerns.length,
    severity: raised?.severity,
    reason: raised?.reason,
    rule: raised?.rule,
    respond_by: raised?.respondBy,
    resolve_by: raised?.resolveBy,
    lead_signal_id: lead?.signalId,
    lead_source: lead?.source,
    previous_score: lead && previousOnScale(lead),
    ...contactColumns(contacts),
  };
}

function contactColumns(contacts: Contacts | undefined): Readonly<Record<string, unknown>> {
  if (!contacts) return {};
  const { count, since, newest } = contacts;
  return { contacts: count, contacts_since: since, contacts_newest: newest };
}

/** The score before, on the scale of the one that the card shows beside it. */
function previousOnScale({ signal: { score }, previousScore }: Lead): number | undefined {
  if (!score || !previousScore) return undefined;
  const place =
    (previousScore.value - previousScore.scale.min) / (previousScore.scale.max - previousScore.scale.min);
  return score.scale.min + place * (score.scale.max - score.scale.min);
}
