/** What came of calls to a platform, written where the lease still holds. */
import { oneLine } from '../domain/plain-text.js';
import type { PostingStore } from '../posting/posting-store.js';
import { DISSOLVE, SHOW_OWN_CARDS } from './roll-ups.js';
import { type Sql, statement } from './sql.js';

/** An edit of unclear outcome may still land, and cover this one. */
const MAY_BE_COVERED = 'm.reference is not null and m.unsure_since + $3::interval > $2';

/**
 * A card that changed while it was sent is wanted again; so is one that had an edit of unclear outcome, once that can no longer land,
 * however often it changes until then. Lines that waited for their card may go, and the line after this one. Cards
 * and lines that may go now are counted, so that nobody has to look for them.
 */
const POSTED = statement(
  'record_posted',
  `with done as (
     update messages m set
       state = case when m.role in ('card', 'roll_up') and (m.wanted_revision > g.revision or ${MAY_BE_COVERED})
         then 'wanted' else 'posted' end,
       not_before = case when m.wanted_revision <= g.revision and ${MAY_BE_COVERED} then m.unsure_since + $3::interval else $2 end,
       unsure_since = case when ${MAY_BE_COVERED} then m.unsure_since end,
       posted_revision = g.revision, reference = coalesce(g.reference, m.reference), attempt = 0, looks = 0,
       lease = null, lease_until = null, posted_at = coalesce(m.posted_at, $2), failure = null
     from json_to_recordset($1::json) as g (id uuid, token uuid, revision int, reference text)
     where m.id = g.id and m.lease = g.token
     returning m.id, m.role, m.state, m.root_id, m.not_before),
   released as (
     update messages l set not_before = $2 from done
     where done.role in ('card', 'report') and l.root_id = done.id and l.state = 'wanted' and l.not_before = 'infinity'
     returning l.id)
   select ((select count(*) from released) + (select count(*) from done where state = 'wanted' and not_before <= $2)
     + (select count(*) from done join messages n on n.root_id = done.root_id and n.state = 'wanted'))::int as freed`,
);

/** A lost card is posted anew; a lost line waits until its card is, whose post is lost with it. A card that is given up takes its lines along. */
const FAILED = statement(
  'record_failed',
  `with failed as (
     update messages m set
       state = case when g.state = 'lost' then 'wanted' else g.state end,
       reference = case when g.state = 'lost' then null else m.reference end,
       unsure_since = case when g.unsure then $2 when g.state = 'unknown' or m.reference is not null and g.state <> 'lost'
         then m.unsure_since end,
       not_before = case when g.state = 'lost' and m.role = 'line' and exists (
           select from messages r where r.id = m.root_id and (r.reference is null or r.reference = g.thread))
         then 'infinity' else g.not_before end,
       failure = g.why, lease = null, lease_until = null, looks = 0,
       posted_at = case when g.state = 'dead' then $2 else m.posted_at end
     from json_to_recordset($1::json) as g (id uuid, token uuid, state text, not_before timestamptz, why text, thread text, unsure boolean)
     where m.id = g.id and m.lease = g.token
     returning m.id, m.role, m.root_id, g.state as outcome, g.thread),
   lost_roots as (
     update messages r set reference = null, posted_revision = 0, state = 'wanted', not_before = $2
     from (select distinct root_id, thread from failed where role = 'line' and outcome = 'lost') f
     where r.id = f.root_id and r.reference = f.thread and r.state in ('posted', 'wanted'))
   update messages l set state = 'dead', failure = case when failed.role = 'card' then 'its card was given up' else 'its message was given up' end, posted_at = $2 from failed
   where failed.role in ('card', 'report') and failed.outcome = 'dead' and l.root_id = failed.id and l.state = 'wanted'`,
);

/** The card of the message: itself, or the root of its thread. A post-mortem's moves without a word. */
const MOVE = statement(
  'move_card',
  `with mine as (
     update messages m set state = 'wanted', lease = null, lease_until = null, unsure_since = null, not_before = $5,
       failure = $4
     where m.id = $1 and m.lease = $2 returning m.id, m.root_id, m.role, m.alert, m.platform, m.channel, m.reference),
   card as (
     select c.id, c.channel from mine join messages c on c.id = coalesce(mine.root_id, mine.id) and mine.role in ('card', 'line')
     where $3::text is not null and c.channel = mine.channel and c.channel <> $3
       and not exists (select from messages o where (o.alert = c.alert or o.post_mortem = c.post_mortem) and o.platform = c.platform and o.channel = $3 and o.role = 'card')),
   event as (
     insert into alert_events (id, alert, at, kind, data)
     select $6, mine.alert, $5, 'rerouted', json_build_object('platform', mine.platform, 'from', card.channel, 'to', $3::text, 'why', $4::text)
     from mine, card where mine.alert is not null)
   select mine.root_id, card.id as card_id, exists (select from messages r where r.id = mine.root_id and r.channel <> mine.channel) as follows
   from mine left join card on true`,
);

/** A line that was under way while its card moved. */
const FOLLOW_CARD = statement(
  'follow_card',
  `update messages l set channel = r.channel, not_before = case when r.reference is null then 'infinity'::timestamptz else $2 end
   from messages r where l.id = $1 and r.id = l.root_id`,
);

const MOVE_CARD = statement(
  'move_card_itself',
  `update messages set channel = $2, reference = null, posted_revision = 0, state = 'wanted', not_before = $3, attempt = 0, rolled_into = null,
     lease = null, lease_until = null, unsure_since = null
   where id = $1`,
);

/** Waits for the card; lines before it too. */
const MOVE_LINES = statement(
  'move_lines',
  `with waiting as (update messages set channel = $2, not_before = 'infinity', attempt = 0 where root_id = $1 and state = 'wanted')
   insert into messages (id, role, alert, event_id, root_id, platform, channel, priority, not_before)
   select gen_random_uuid(), 'line', alert, $3, id, platform, $2, priority, 'infinity' from messages where id = $1 and alert is not null`,
);

const GIVE_UP = statement(
  'give_up_message',
  `update messages set state = 'dead', failure = $2, posted_at = $3, lease = null, lease_until = null
   where (id = $1 or (root_id = $1 and state = 'wanted'))`,
);

const RECOVER = statement(
  'recover_sending',
  `update messages set lease = null, lease_until = null, not_before = $1, looks = 0,
     unsure_since = case when reference is null then coalesce(unsure_since, $1) else $1 end,
     state = case when reference is null then 'unknown' else 'wanted' end
   where state = 'sending' and lease_until < $1 and lease <> all($2::uuid[]) returning id`,
);

type Results = Pick<PostingStore, 'recordPosted' | 'recordFailed' | 'moveCard' | 'recoverSending'>;

export function createPostingResults(sql: Sql): Results {
  return {
    async recordPosted(posted, now, settleMs) {
      const settle = `${settleMs} milliseconds`;
      const answer = sql<{ freed: number }>(POSTED, [JSON.stringify(posted), now, settle]);
      const rollUps = [...new Set(posted.flatMap(({ rolledInto }) => rolledInto ?? []))];
      if (rollUps.length > 0) sql.send(SHOW_OWN_CARDS, [rollUps, now]);
      const [row] = await answer;
      return row?.freed ?? 0;
    },

    recordFailed(failed, now) {
      const rows = failed.map(({ notBefore, why, ...rest }) => ({
        ...rest,
        why: oneLine(why),
        not_before: notBefore,
      }));
      sql.send(FAILED, [JSON.stringify(rows), now]);
      const dead = failed.flatMap(({ id, state, isRollUp }) => (isRollUp && state === 'dead' ? [id] : []));
      if (dead.length > 0) sql.send(DISSOLVE, [dead, now]);
    },

    async moveCard({ id, token, to, eventId, why, now }) {
      const [moved] = await sql<MovedRow>(MOVE, [id, token, to ?? null, why, now, eventId]);
      if (!moved) return 'passed_on';
      if (moved.follows) {
        sql.send(FOLLOW_CARD, [id, now]);
        return 'follows';
      }
      if (moved.card_id === null || to === undefined) {
        sql.send(GIVE_UP, [moved.root_id ?? id, why, now]);
        return 'given_up';
      }
      sql.send(MOVE_CARD, [moved.card_id, to, now]);
      sql.send(MOVE_LINES, [moved.card_id, to, eventId]);
      return 'moved';
    },

    async recoverSending(now, known) {
      return (await sql(RECOVER, [now, known])).length;
    },
  };
}

interface MovedRow {
  readonly root_id: string | null;
  readonly card_id: string | null;
  readonly follows: boolean;
}
