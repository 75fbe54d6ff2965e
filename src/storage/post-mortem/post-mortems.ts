import { SECTIONS } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import type { PostMortemStore } from '../../use-cases/post-mortem/post-mortem-store.js';
import type { TellAlikeStore } from '../../use-cases/post-mortem/tell-alerts-alike.js';
import { type Sql, statement } from '../sql.js';
import { type ItemRow, SELECT_ITEMS, toItemView } from './action-item-rows.js';
import { CHANGE_POST_MORTEM, changeValues, OPEN, TELL_ALERT, WRITE_SECTION } from './change-post-mortem.js';
import { readPostMortems } from './post-mortem-rows.js';
import { readPostMortemSources } from './post-mortem-sources.js';

const LOCK_ALERT = statement('lock_alert', 'select number from alerts where number = $1 for update');
const LOCK = statement('lock_post_mortem', 'select number from post_mortems where number = $1 for update');

const LINK = statement(
  'link_alert_to_post_mortem',
  'insert into post_mortem_alerts (alert, post_mortem, linked_at) values ($1, $2, $3)',
);

const UNLINK = statement(
  'unlink_alert_from_post_mortem',
  'delete from post_mortem_alerts where alert = $1 and post_mortem = $2',
);

const CHANGE_ITEM = statement(
  'change_action_item',
  'update action_items set owner_id = $2, due_on = $3::text::date, nudge_at = $4 where id = $1 and done_at is null',
);

const KEEP_NOTE = statement(
  'keep_post_mortem_note',
  `insert into post_mortem_notes (post_mortem, message, section, added_at, added_by) values ($1, $2, $3, $4, $5)
   on conflict (post_mortem, message) do nothing returning post_mortem`,
);

const ADD_ITEM = statement(
  'add_action_item',
  `insert into action_items (id, post_mortem, text, owner_id, due_on, partner, tracker, added_at, nudge_at)
   values ($1, $2, $3, $4, $5::text::date, $6, $7, $8, $9)`,
);

const FINISH_ITEM = statement(
  'finish_action_item',
  'update action_items set done_at = $3, done_by = $2, nudge_at = null where id = $1 and done_at is null',
);

const UNFINISHED = statement(
  'unfinished_post_mortems',
  `select number, count(*) over ()::int as total from post_mortems where state <> 'completed' order by number desc limit $1`,
);

const LIST = statement(
  'list_post_mortems',
  'select number from post_mortems where number < $1 order by number desc limit $2',
);

const OVERDUE = statement(
  'overdue_action_items',
  `${SELECT_ITEMS} where i.done_at is null and i.due_on < $1::text::date order by i.due_on, i.id limit $2`,
);

const LAST_NUMBER = 999_999_999;

export function createPostMortemStore(sql: Sql): Omit<PostMortemStore, 'viewAlert' | keyof TellAlikeStore> {
  const inOrder = async (numbers: readonly number[]): Promise<readonly PostMortemView[]> => {
    const views = await readPostMortems(sql, numbers);
    return numbers.flatMap((number) => views.get(number) ?? []);
  };
  return {
    lockAlert: async (alert) => (await sql(LOCK_ALERT, [alert])).length === 1,
    lockPostMortem: async (postMortem) => (await sql(LOCK, [postMortem])).length === 1,
    viewPostMortem: async (postMortem) => (await readPostMortems(sql, [postMortem])).get(postMortem),
    postMortemSources: (view) => readPostMortemSources(sql, view),

    async openPostMortem({ alert: { alert }, sections, channels, eventId, actorId, at }) {
      const rows = SECTIONS.map((section) => ({ section, text: sections[section] ?? '' }));
      const [row] = await sql<{ number: string }>(OPEN, [
        alert.theme,
        alert.team,
        alert.number,
        at,
        actorId,
        JSON.stringify(rows),
        eventId,
        JSON.stringify(channels),
      ]);
      return Number(row?.number);
    },

    linkAlert({ alert, postMortem, at }) {
      sql.send(LINK, [alert, postMortem, at]);
    },

    unlinkAlert({ alert, postMortem }) {
      sql.send(UNLINK, [alert, postMortem]);
    },

    tellAlert({ alert, event: { kind, ...data }, eventId, actorId, at }) {
      sql.send(TELL_ALERT, [alert, eventId, at, actorId, kind, JSON.stringify(data)]);
    },

    changePostMortem(change) {
      sql.send(CHANGE_POST_MORTEM, changeValues(change));
    },

    async writeSection({ postMortem, section, base, text, at, actorId }) {
      return (await sql(WRITE_SECTION, [postMortem, section, base, text, at, actorId])).length === 1;
    },

    async keepNote({ postMortem, message, section, at, actorId }) {
      return (await sql(KEEP_NOTE, [postMortem, message, section, at, actorId])).length === 1;
    },

    addActionItem({ id, postMortem, text, ownerId, dueOn, partner, tracker, addedAt, nudgeAt }) {
      const given = [
        id,
        postMortem,
        text,
        ownerId,
        dueOn,
        partner ?? null,
        tracker ?? null,
        addedAt,
        nudgeAt,
      ];
      sql.send(ADD_ITEM, given);
    },

    changeActionItem({ id, ownerId, dueOn, nudgeAt }) {
      sql.send(CHANGE_ITEM, [id, ownerId, dueOn, nudgeAt]);
    },

    finishActionItem({ id, actorId, at }) {
      sql.send(FINISH_ITEM, [id, actorId, at]);
    },

    async unfinishedPostMortems(limit) {
      const rows = await sql<{ number: string; total: number }>(UNFINISHED, [limit]);
      return {
        views: await inOrder(rows.map(({ number }) => Number(number))),
        total: rows[0]?.total ?? 0,
      };
    },

    async listPostMortems({ before = LAST_NUMBER, limit }) {
      const rows = await sql<{ number: string }>(LIST, [before, limit]);
      return inOrder(rows.map(({ number }) => Number(number)));
    },

    async overdueItems(today, limit) {
      return (await sql<ItemRow>(OVERDUE, [today, limit])).map(toItemView);
    },
  };
}
