import { NO_THEME } from '../../domain/triage.js';
import type { OfferPostMortemsStore } from '../../use-cases/post-mortem/offer-post-mortems.js';
import { CLOCK_PRIORITY } from '../priority.js';
import { type Sql, statement } from '../sql.js';

/** Whoever writes the row of the theme and team first offers it; another process finds it just offered. */
const OFFER = statement(
  'offer_post_mortems',
  `with many as (
     select a.theme, a.team, count(*)::int as alerts from alerts a
     where a.opened_at >= $1 and a.opened_at <= $3 and a.theme <> '${NO_THEME}'
     group by a.theme, a.team having count(*) >= $2),
   worth as (
     select m.theme, m.team, m.alerts from many m
     where not exists (select from post_mortems p where p.theme = m.theme and p.team = m.team and (p.opened_at >= $1 or p.state <> 'completed'))),
   claimed as (
     insert into post_mortem_offers as o (theme, team, offered_at) select theme, team, $3 from worth order by theme, team
     on conflict (theme, team) do update set offered_at = excluded.offered_at where o.offered_at < $1
     returning theme, team),
   newest as (
     select gen_random_uuid() as event_id, n.number, w.alerts
     from claimed c join worth w using (theme, team)
     cross join lateral (
       select a.number from alerts a where a.theme = c.theme and a.team = c.team and a.opened_at >= $1 and a.opened_at <= $3
       order by a.opened_at desc, a.number desc limit 1) n),
   event as (
     insert into alert_events (id, alert, at, kind, data)
     select event_id, number, $3, 'post_mortem_offered', json_build_object('count', alerts) from newest)
   insert into messages (id, role, alert, event_id, root_id, platform, channel, priority, not_before)
   select gen_random_uuid(), 'line', n.number, n.event_id, m.id, m.platform, m.channel, ${CLOCK_PRIORITY},
     case when m.reference is null then 'infinity'::timestamptz else $3 end
   from newest n cross join lateral (select * from messages where alert = n.number and role = 'card' and state <> 'dead' offset 0) m
   returning id`,
);

export function createPostMortemOffers(sql: Sql): OfferPostMortemsStore {
  return {
    offerPostMortems: async ({ since, atLeast, now }) => (await sql(OFFER, [since, atLeast, now])).length,
  };
}
