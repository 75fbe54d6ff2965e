import type { AttendAlertsStore } from '../use-cases/attend-alerts.js';
import { type AlertRow, toAlert } from './alert-rows.js';
import { changeByClock } from './change-by-clock.js';
import { CLOCK_PRIORITY } from './priority.js';
import { type Sql, statement } from './sql.js';

const ALONE = statement(
  'attend_alone',
  `select pg_try_advisory_xact_lock(hashtextextended('earshot: attend alerts', 0)) as alone`,
);

/** Whoever writes what refers to an alert, such as an event, holds its key: that is no change to wait a minute for. */
const TAKE = statement(
  'alerts_to_attend',
  `select a.*, t.tier from alerts a left join accounts t on t.id = a.account_id
   where a.attend_at <= $1 and a.number <> all ($3::bigint[]) order by a.attend_at limit $2 for no key update of a skip locked`,
);

const REMIND = statement(
  'record_reminders',
  `insert into reminders (id, staff_id, alert, what, due_at, at)
   select id, staff_id, alert, what, due_at, $2
   from json_to_recordset($1::json) as g (id uuid, staff_id uuid, alert bigint, what text, due_at timestamptz) order by id`,
);

const TO_NUDGE = statement(
  'items_to_nudge',
  `select i.id, i.owner_id, i.due_on::text as due_on, p.lead_alert, s.time_zone
   from action_items i join post_mortems p on p.number = i.post_mortem join staff s on s.id = i.owner_id
   where i.nudge_at <= $1 order by i.nudge_at limit $2 for update of i skip locked`,
);

const NUDGED = statement(
  'record_nudged',
  `with given as (
     select id, reminder_id, staff_id, alert, due_on, next
     from json_to_recordset($1::json) as g (id uuid, reminder_id uuid, staff_id uuid, alert bigint, due_on date, next timestamptz)),
   moved as (update action_items i set nudge_at = g.next from given g where i.id = g.id)
   insert into reminders (id, staff_id, alert, what, due_at, at, action_item)
   select reminder_id, staff_id, alert, 'action_due', due_on::timestamp at time zone 'UTC', $2, id from given order by reminder_id`,
);

/**
 * What a platform has not taken yet, because it was away, goes into the new bundle instead of before it: whoever comes back finds one
 * message.
 */
const BUNDLE = statement(
  'bundle_reminders',
  `with people as (
     select staff_id, gen_random_uuid() as bundle_id from (
       select distinct staff_id from reminders where bundle_id is null order by staff_id limit $3) p),
   late as (
     select m.id, m.bundle_id, p.bundle_id as new_bundle_id
     from (select staff_id::text as channel, bundle_id from people) p cross join lateral (
       select id, bundle_id from messages
       where channel = p.channel and role = 'reminder' and state = 'wanted' for update skip locked) m),
   dropped as (delete from messages m using late where m.id = late.id),
   bundled as (
     update reminders r set bundle_id = w.bundle_id
     from (
       select o.id, p.bundle_id from people p cross join lateral (
         select id from reminders where staff_id = p.staff_id and bundle_id is null for update) o) w
     where r.id = w.id),
   moved as (
     update reminders r set bundle_id = l.new_bundle_id
     from (select distinct bundle_id, new_bundle_id from late) l where r.bundle_id = l.bundle_id),
   told as (
     insert into messages (id, role, bundle_id, platform, channel, priority, not_before)
     select gen_random_uuid(), 'reminder', p.bundle_id, i.platform, p.staff_id::text, ${CLOCK_PRIORITY}, $1
     from people p cross join lateral (
       select distinct platform from staff_identities where staff_id = p.staff_id and standing = 'member' and platform = any($2::text[])) i)
   select count(*)::int as people from people`,
);

interface TakenRow extends AlertRow {
  readonly tier: string | null;
  readonly attended_at: Date | null;
}

export function createAttendStore(sql: Sql): AttendAlertsStore {
  return {
    async attendAlone() {
      const [row] = await sql<{ alone: boolean }>(ALONE);
      return row?.alone ?? false;
    },

    async alertsToAttend(now, limit, inHand) {
      const rows = await sql<TakenRow>(TAKE, [now, limit, inHand]);
      return rows.map((row) => ({
        alert: toAlert(row),
        ...(row.tier !== null && { tier: row.tier }),
        ...(row.attended_at && { attendedAt: row.attended_at }),
      }));
    },

    recordAttended(attended, now) {
      changeByClock(sql, attended, now);
      const reminders = attended.flatMap(({ alert, ownerId, reminderId: id, reminder }) =>
        reminder && ownerId !== undefined
          ? [{ id, staff_id: ownerId, alert, what: reminder.what, due_at: reminder.dueAt }]
          : [],
      );
      if (reminders.length > 0) sql.send(REMIND, [JSON.stringify(reminders), now]);
    },

    async itemsToNudge(now, limit) {
      const rows = await sql<NudgeRow>(TO_NUDGE, [now, limit]);
      return rows.map((row) => ({
        id: row.id,
        ownerId: row.owner_id,
        dueOn: row.due_on,
        alert: Number(row.lead_alert),
        ...(row.time_zone !== null && { timeZone: row.time_zone }),
      }));
    },

    recordNudged(nudged, now) {
      const rows = nudged.map(({ id, reminderId, ownerId, alert, dueOn, next }) => ({
        id,
        reminder_id: reminderId,
        staff_id: ownerId,
        alert,
        due_on: dueOn,
        next,
      }));
      sql.send(NUDGED, [JSON.stringify(rows), now]);
    },

    async bundleReminders(platforms, now, limit) {
      const [row] = await sql<{ people: number }>(BUNDLE, [now, platforms, limit]);
      return row?.people ?? 0;
    },
  };
}

interface NudgeRow {
  readonly id: string;
  readonly owner_id: string;
  readonly due_on: string;
  readonly lead_alert: string;
  readonly time_zone: string | null;
}
