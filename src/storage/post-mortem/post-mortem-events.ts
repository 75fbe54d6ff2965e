import type { PostMortemEvent } from '../../domain/post-mortem/post-mortem-event.js';
import type { PostMortemEventView } from '../../domain/post-mortem/post-mortem-view.js';
import { type StaffRow, toStaff } from '../alert-rows.js';
import { type Sql, statement } from '../sql.js';

const SELECT_POST_MORTEM_EVENTS = `
  select e.id as event_id, e.post_mortem, e.at, e.kind, e.data, to_json(p) as actor, to_json(n) as named
  from post_mortem_events e
  join staff p on p.id = e.actor_id
  left join staff n on n.id = case e.kind when 'item_added' then (e.data->>'owner')::uuid when 'item_changed' then (e.data->>'owner')::uuid when 'sent_to_review' then (e.data->>'reviewer')::uuid end`;

const BY_ID = statement(
  'post_mortem_events_by_id',
  `${SELECT_POST_MORTEM_EVENTS} where e.id = any($1::uuid[])`,
);

/** The newest 200, oldest first. */
const HISTORY = statement(
  'post_mortem_history',
  `select * from (${SELECT_POST_MORTEM_EVENTS} where e.post_mortem = $1 order by e.id desc limit 200) h order by h.event_id`,
);

interface EventRow {
  readonly event_id: string;
  readonly post_mortem: string;
  readonly at: Date;
  readonly kind: PostMortemEvent['kind'];
  readonly data: object;
  readonly actor: StaffRow;
  readonly named: StaffRow | null;
}

/** By their ids. */
export async function readPostMortemEvents(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PostMortemEventView>> {
  const rows = await sql<EventRow>(BY_ID, [ids]);
  return new Map(rows.map((row) => [row.event_id, toEvent(row)]));
}

export async function readPostMortemHistory(
  sql: Sql,
  postMortem: number,
): Promise<readonly PostMortemEventView[]> {
  return (await sql<EventRow>(HISTORY, [postMortem])).map(toEvent);
}

function toEvent(row: EventRow): PostMortemEventView {
  return {
    id: row.event_id,
    postMortem: Number(row.post_mortem),
    at: row.at,
    actor: toStaff(row.actor),
    event: { kind: row.kind, ...row.data } as PostMortemEvent,
    ...(row.named && { named: toStaff(row.named) }),
  };
}
