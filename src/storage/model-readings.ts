import type { ModelReadingsStore } from '../use-cases/read-by-model.js';
import { type AlertRow, toAlert } from './alert-rows.js';
import { SET_FIELDS } from './change-alert.js';
import { NAMES_IN_VOICE } from './names-in-voice.js';
import { CLOCK_PRIORITY } from './priority.js';
import { wantRollUps } from './roll-ups.js';
import { type SignalRow, signalColumns, toSignal } from './signal-rows.js';
import { type Sql, statement } from './sql.js';

/** Posted on one platform at least, named by a roll-up, or nowhere to be posted: no reading comes before the card that it is for. */
const TAKE = statement(
  'take_texts',
  `with due as (
     select r.signal_id, r.alert from model_readings r
     cross join lateral (
       select count(*) filter (where reference is not null or state = 'gathered') as posted, count(*) filter (where state <> 'dead') as alive
       from messages where alert = r.alert and role = 'card') c
     where r.state in ('wanted', 'reading') and r.not_before <= $1 and (c.posted > 0 or c.alive = 0)
     order by r.not_before limit $4 for update of r skip locked),
   taken as (
     update model_readings r set state = 'reading', lease = $3, not_before = $2, attempt = r.attempt + 1
     from due where r.signal_id = due.signal_id returning r.signal_id, r.alert, r.attempt)
   select k.attempt, ${NAMES_IN_VOICE} as people, ${signalColumns('s')}
   from taken k join signals s on s.id = k.signal_id
   left join customers c on c.id = s.customer_id left join accounts t on t.id = s.account_id
   left join alerts a on a.number = k.alert left join staff o on o.id = a.owner_id`,
);

const LOCK = statement(
  'lock_read_alert',
  `select a.*, t.tier, a.lead_signal_id = r.signal_id as is_lead,
     exists (select from alert_events e where e.alert = a.number and e.kind = 'severity_changed' and e.actor_id is not null) as set_by_person
   from model_readings r join alerts a on a.number = r.alert left join accounts t on t.id = a.account_id
   where r.signal_id = $1 and r.lease = $2 and r.state = 'reading' for update of a, r`,
);

/**
 * The transaction has locked the alert. What grows graver is awake, has a card of its own where a roll-up named it, and the clock looks at
 * its new deadlines at once.
 */
const RECORD = statement(
  'record_reading',
  `with read as (
     update model_readings set state = 'read', lease = null, done_at = $4, reading = $3 where signal_id = $1),
   themed as (update signals set theme = $6 where id = $1 and $6::text is not null),
   given as (select $5::jsonb as f),
   changed as (
     update alerts a set revision = a.revision + 1,${SET_FIELDS},
       theme = coalesce($6, a.theme), model_reading = coalesce($11, a.model_reading), attend_at = case when $7::uuid is null then a.attend_at else $4 end
     from given where a.number = $2 and $10 returning a.number, a.revision),
   event as (
     insert into alert_events (id, alert, at, kind, data) select $7, number, $4, $8, $9 from changed where $7 is not null),
   cards as (
     update messages m set wanted_revision = c.revision, priority = least(m.priority, ${CLOCK_PRIORITY}),
       state = case when o.anew then 'wanted' else m.state end,
       attempt = case when o.anew then 0 else m.attempt end,
       not_before = case when o.anew or m.state = 'wanted' then least(m.not_before, $4) else m.not_before end
     from changed c cross join lateral (
       select id, state = 'posted' or state = 'gathered' and $7::uuid is not null as anew from messages
       where alert = c.number and role = 'card' for update) o
     where m.id = o.id
     returning m.rolled_into),
   roll_ups as (${wantRollUps('cards', '$4')})
   insert into messages (id, role, alert, event_id, root_id, platform, channel, priority, not_before)
   select gen_random_uuid(), 'line', m.alert, $7, m.id, m.platform, m.channel, ${CLOCK_PRIORITY},
     case when m.reference is null then 'infinity'::timestamptz else $4 end
   from changed c, messages m where $7 is not null and m.alert = $2 and m.role = 'card' and m.state <> 'dead'`,
);

const LEAVE = statement(
  'leave_text',
  `update model_readings set state = case when $4::timestamptz is null then 'left' else 'wanted' end, lease = null,
     left_why = $3, not_before = coalesce($4, not_before), done_at = case when $4 is null then $5::timestamptz end
   where signal_id = $1 and lease = $2`,
);

export function createModelReadings(sql: Sql): ModelReadingsStore {
  return {
    async takeTexts({ now, until, lease, limit }) {
      const rows = await sql<TakenRow>(TAKE, [now, until, lease, limit]);
      return rows.map((row) => ({
        signalId: row.id,
        attempt: row.attempt,
        signal: toSignal(row),
        people: row.people,
      }));
    },

    async lockReadAlert(signalId, lease) {
      const [row] = await sql<LockedRow>(LOCK, [signalId, lease]);
      return (
        row && {
          alert: toAlert(row),
          setByPerson: row.set_by_person,
          isLead: row.is_lead,
          ...(row.tier !== null && { tier: row.tier }),
        }
      );
    },

    recordReading({
      signalId,
      alert,
      isLead,
      reading,
      raisedFrom,
      fields,
      theme,
      event,
      eventId,
      shows,
      at,
    }) {
      const { kind, ...data } = event ?? {};
      const whole = { ...reading, ...(raisedFrom && { raisedFrom }) };
      sql.send(RECORD, [
        signalId,
        alert,
        JSON.stringify(whole),
        at,
        JSON.stringify(fields),
        theme,
        kind === undefined ? null : eventId,
        kind,
        JSON.stringify(data),
        shows,
        isLead ? JSON.stringify({ signalId, reading: whole }) : null,
      ]);
    },

    leaveText({ signalId, lease, why, again, at }) {
      sql.send(LEAVE, [signalId, lease, why, again, at]);
    },
  };
}

interface TakenRow extends SignalRow {
  readonly attempt: number;
  readonly people: readonly string[];
}

interface LockedRow extends AlertRow {
  readonly tier: string | null;
  readonly set_by_person: boolean;
  readonly is_lead: boolean;
}
