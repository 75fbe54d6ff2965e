import { NO_THEME } from '../../domain/triage.js';
import type { TellAlikeStore } from '../../use-cases/post-mortem/tell-alerts-alike.js';
import { CLOCK_PRIORITY } from '../priority.js';
import { type Sql, statement } from '../sql.js';

/** The window is that of the page: thirty days before the first was heard, and since. */
const ALIKE = statement(
  'open_alerts_alike',
  `select l.number as post_mortem, a.number as alert
   from (
     select p.number, p.theme, least(p.opened_at, f.opened_at) - interval '30 days' as since
     from post_mortems p join alerts f on f.number = p.lead_alert
     where p.state <> 'completed' and p.theme <> '${NO_THEME}' order by p.number desc limit 50) l
   cross join lateral (
     select a.number from alerts a
     where a.theme = l.theme and a.opened_at >= l.since and a.state in ('open', 'claimed')
       and (select k.alert from post_mortem_alerts k where k.alert = a.number) is null
       and (select t.alert from post_mortem_alike t where t.post_mortem = l.number and t.alert = a.number) is null
     order by a.opened_at desc limit $1) a
   order by l.number, a.number`,
);

/** Whoever writes the row first tells it. */
const TELL = statement(
  'tell_alerts_alike',
  `with given as (
     select post_mortem, alert, event_id from json_to_recordset($1::json) as g (post_mortem bigint, alert bigint, event_id uuid)),
   told as (
     insert into post_mortem_alike (post_mortem, alert, told_at) select post_mortem, alert, $2 from given order by post_mortem, alert
     on conflict (post_mortem, alert) do nothing returning post_mortem, alert),
   happened as (select g.event_id, t.post_mortem, t.alert from told t join given g on g.post_mortem = t.post_mortem and g.alert = t.alert),
   event as (
     insert into alert_events (id, alert, at, kind, data)
     select event_id, alert, $2, 'looked_at', json_build_object('postMortem', post_mortem) from happened)
   insert into messages (id, role, alert, event_id, root_id, platform, channel, priority, not_before)
   select gen_random_uuid(), 'line', h.alert, h.event_id, m.id, m.platform, m.channel, ${CLOCK_PRIORITY},
     case when m.reference is null then 'infinity'::timestamptz else $2 end
   from happened h cross join lateral (select * from messages where alert = h.alert and role = 'card' and state <> 'dead' offset 0) m
   returning id`,
);

export function createAlikeStore(sql: Sql): TellAlikeStore {
  return {
    async alertsAlike(limit) {
      const rows = await sql<{ post_mortem: string; alert: string }>(ALIKE, [limit]);
      return rows.map((row) => ({ postMortem: Number(row.post_mortem), alert: Number(row.alert) }));
    },
    async tellAlike(alike, at) {
      const rows = alike.map(({ postMortem, alert, eventId }) => ({
        post_mortem: postMortem,
        alert,
        event_id: eventId,
      }));
      return (await sql(TELL, [JSON.stringify(rows), at])).length;
    },
  };
}
