/** What the clock has to say of many alerts, written as one: a night without a clock leaves thousands. */
import type { AttendedAlert } from '../use-cases/attend-alerts.js';
import { SET_FIELDS } from './change-alert.js';
import { CLOCK_PRIORITY } from './priority.js';
import { wantRollUps } from './roll-ups.js';
import { type Sql, statement } from './sql.js';

/** Of alerts that the same transaction has locked. As change_alert, only that a person's touch is not the clock's. */
const CHANGE = statement(
  'change_by_clock',
  `with changed as (
     update alerts a set revision = a.revision + g.events,${SET_FIELDS},
       touched_at = case when f ? 'touchedAt' then (f->>'touchedAt')::timestamptz else a.touched_at end,
       attended_at = $3, attend_at = g.next
     from json_to_recordset($1::json) as g (number bigint, f jsonb, events int, next timestamptz)
     where a.number = g.number
     returning a.number, a.revision, g.events),
   happened as (
     select id, alert, kind, data from json_to_recordset($2::json) as g (id uuid, alert bigint, kind text, data jsonb)),
   events as (
     insert into alert_events (id, alert, at, kind, data) select id, alert, $3, kind, data from happened order by id),
   cards as (
     update messages m set wanted_revision = c.revision, priority = ${CLOCK_PRIORITY},
       state = case when m.state = 'posted' then 'wanted' else m.state end,
       attempt = case when m.state = 'posted' then 0 else m.attempt end,
       not_before = case when m.state in ('posted', 'wanted') then least(m.not_before, $3) else m.not_before end
     from (
       select o.id, c.revision from changed c cross join lateral (
         select id from messages where alert = c.number and role = 'card' offset 0) o where c.events > 0) c
     where m.id = c.id
     returning m.rolled_into),
   roll_ups as (${wantRollUps('cards', '$3')})
   insert into messages (id, role, alert, event_id, root_id, platform, channel, priority, not_before)
   select gen_random_uuid(), 'line', m.alert, h.id, m.id, m.platform, m.channel, ${CLOCK_PRIORITY},
     case when m.reference is null then 'infinity'::timestamptz else $3 end
   from happened h cross join lateral (
     select id, alert, platform, channel, reference from messages where alert = h.alert and role = 'card' and state <> 'dead' offset 0) m
   order by h.id`,
);

/** Sent without waiting for an answer. */
export function changeByClock(sql: Sql, attended: readonly AttendedAlert[], now: Date): void {
  const alerts = attended.map(({ alert: number, happened, next }) => ({
    number,
    f: Object.assign({}, ...happened.map(({ fields }) => fields)) as object,
    events: happened.length,
    next,
  }));
  const events = attended.flatMap(({ alert, happened }) =>
    happened.map(({ eventId: id, event: { kind, ...data } }) => ({ id, alert, kind, data })),
  );
  sql.send(CHANGE, [JSON.stringify(alerts), JSON.stringify(events), now]);
}
