/** Roll-ups: which cards they stand for, and what they name. */
import type { BacklogStore, RolledAlert, WaitingCard, WaitingRollUp } from '../posting/posting-store.js';
import { readViews } from './alert-views.js';
import { type Sql, statement } from './sql.js';

const ALONE = statement(
  'gather_alone',
  `select pg_try_advisory_xact_lock(hashtextextended('earshot: gather backlog', 0)) as alone`,
);

/** What may be out there already is looked for first: see resent_since. */
const CROWDED = statement(
  'crowded_cards',
  `with waiting as (
     select id, role, priority, seq, rolled_into, resent_since,
       count(*) filter (where role = 'card') over place as cards,
       count(*) filter (where role = 'card' and priority = 1) over place as critical,
       count(*) filter (where role = 'roll_up') over place as roll_ups
     from messages
     where state = 'wanted' and not_before < 'infinity' and role in ('card', 'roll_up') and post_mortem is null
       and reference is null and platform = any($1::text[])
     window place as (partition by platform, channel))
   select m.id, m.platform, m.channel, m.priority
   from waiting w cross join lateral (
     select id, platform, channel, priority from messages
     where id = w.id and state = 'wanted' and reference is null and rolled_into is null and resent_since is null
     for update skip locked) m
   where w.role = 'card' and w.rolled_into is null and w.resent_since is null and w.priority > 0
     and (w.cards > $2 or w.roll_ups > 0) and (w.priority > 1 or w.critical > $2)
   order by w.seq limit $3`,
);

const WAITING = statement(
  'waiting_roll_ups',
  `select m.id, m.platform, m.channel, (select count(*) from messages g where g.rolled_into = m.id)::int as alerts
   from messages m
   where m.state = 'wanted' and m.not_before < 'infinity' and m.role = 'roll_up' and m.reference is null and m.resent_since is null
     and m.platform = any($1::text[])
   order by m.seq for update skip locked`,
);

const BEGIN = statement(
  'begin_roll_ups',
  `insert into messages (id, role, platform, channel, priority, not_before)
   select id, 'roll_up', platform, channel, priority, $2
   from json_to_recordset($1::json) as g (id uuid, platform text, channel text, priority smallint)`,
);

const GATHER = statement(
  'gather_cards',
  `update messages m set state = 'gathered', rolled_into = g.roll_up, failure = null, attempt = 0
   from json_to_recordset($1::json) as g (card uuid, roll_up uuid) where m.id = g.card`,
);

const ROLLED = statement(
  'rolled_alerts',
  `select rolled_into, alert, state = 'gathered' as waits, reference from messages
   where rolled_into = any($1::uuid[]) and rolled_into is not null order by rolled_into, seq`,
);

/** What a change of alerts makes of their roll-ups; `cards` is a statement beside it that returns `rolled_into` of their cards. */
export const wantRollUps = (cards: string, at: string): string => `
     update messages r set wanted_revision = r.wanted_revision + 1,
       state = case when r.state = 'posted' then 'wanted' else r.state end,
       attempt = case when r.state = 'posted' then 0 else r.attempt end,
       not_before = case when r.state = 'posted' then ${at} else r.not_before end
     from (select distinct rolled_into as id from ${cards} where rolled_into is not null) o where r.id = o.id`;

/** A card of its own was posted: the roll-up can tell where. */
export const SHOW_OWN_CARDS = statement(
  'show_own_cards',
  `with cards as (select unnest($1::uuid[]) as rolled_into)${wantRollUps('cards', '$2')}`,
);

/** A roll-up that its channel does not take: its alerts have cards of their own after all, and are gathered no more. */
export const DISSOLVE = statement(
  'dissolve_roll_ups',
  `update messages m set state = 'wanted', attempt = 0, not_before = $2
   from (select g.id from unnest($1::uuid[]) as d (id) cross join lateral (
     select g.id from messages g join messages r on r.id = g.rolled_into
     where g.rolled_into = d.id and g.state = 'gathered' and r.state = 'dead' offset 0) g) o
   where m.id = o.id`,
);

export function createBacklogStore(sql: Sql): BacklogStore {
  return {
    async gatherAlone() {
      const [row] = await sql<{ alone: boolean }>(ALONE);
      return row?.alone ?? false;
    },

    crowdedCards: (platforms, over, limit) => sql<WaitingCard>(CROWDED, [platforms, over, limit]),

    waitingRollUps: (platforms) => sql<WaitingRollUp>(WAITING, [platforms]),

    recordGathered({ begun, placed }, now) {
      if (begun.length > 0) sql.send(BEGIN, [JSON.stringify(begun), now]);
      sql.send(GATHER, [JSON.stringify(placed.map(({ card, rollUp }) => ({ card, roll_up: rollUp })))]);
    },

    async rolledAlerts(rollUps) {
      const rows = await sql<RolledRow>(ROLLED, [rollUps]);
      const views = await readViews(sql, [...new Set(rows.map(({ alert }) => Number(alert)))]);
      const named = new Map<string, RolledAlert[]>(rollUps.map((id) => [id, []]));
      for (const { rolled_into: rollUp, alert, waits, reference: card } of rows) {
        const view = views.get(Number(alert));
        if (view) named.get(rollUp)?.push({ view, waits, ...(card !== null && { card }) });
      }
      return named;
    },
  };
}

interface RolledRow {
  readonly rolled_into: string;
  readonly alert: string;
  readonly waits: boolean;
  readonly reference: string | null;
}
