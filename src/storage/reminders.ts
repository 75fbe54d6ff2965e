import type { ReminderView } from '../domain/alert-view.js';
import type { ReminderKind } from '../domain/follow-up/reminder.js';
import { SELECT_VIEWS, toView, type ViewRow } from './alert-rows.js';
import { type BareItemRow, ITEM_COLUMNS, toItem } from './post-mortem/action-item-rows.js';
import { type Sql, statement } from './sql.js';

const OF_BUNDLES = statement(
  'reminders_of_bundles',
  `select v.*, r.bundle_id, r.what, r.due_at, to_json(i) as item
   from unnest($1::uuid[]) as g (bundle_id)
   cross join lateral (
     select bundle_id, id, alert, what, due_at, action_item from reminders where bundle_id = g.bundle_id order by id limit 500) r
   cross join lateral (${SELECT_VIEWS} where a.number = r.alert) v
   left join lateral (select ${ITEM_COLUMNS} from action_items i where i.id = r.action_item) i on true
   order by r.id`,
);

const OF_PERSON = statement(
  'reminders_of_person',
  `select v.*, r.bundle_id, r.what, r.due_at, to_json(i) as item
   from (select bundle_id, at, id, alert, what, due_at, action_item from reminders where staff_id = $1 and at >= $2 order by at desc limit 100) r
   cross join lateral (${SELECT_VIEWS} where a.number = r.alert) v
   left join lateral (select ${ITEM_COLUMNS} from action_items i where i.id = r.action_item) i on true
   order by r.at, r.id`,
);

interface ReminderRow extends ViewRow {
  readonly bundle_id: string;
  readonly what: ReminderKind | 'action_due';
  readonly due_at: Date;
  /** As JSON: moments are text in it. */
  readonly item:
    (Omit<BareItemRow, 'added_at' | 'done_at'> & { added_at: string; done_at: string | null }) | null;
}

export async function readReminders(
  sql: Sql,
  bundleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReminderView[]>> {
  const rows = await sql<ReminderRow>(OF_BUNDLES, [bundleIds]);
  const bundles = new Map<string, ReminderView[]>();
  for (const row of rows) {
    const bundle = bundles.get(row.bundle_id) ?? [];
    bundle.push(...toReminder(row));
    bundles.set(row.bundle_id, bundle);
  }
  // One of whose alerts none is left is empty, not unknown.
  return new Map(bundleIds.map((id) => [id, bundles.get(id) ?? []]));
}

export async function readRemindersOf(
  sql: Sql,
  staffId: string,
  since: Date,
): Promise<readonly ReminderView[]> {
  return (await sql<ReminderRow>(OF_PERSON, [staffId, since])).flatMap(toReminder);
}

function toReminder(row: ReminderRow): readonly ReminderView[] {
  const view = toView(row);
  if (row.what !== 'action_due') return [{ what: row.what, dueAt: row.due_at, view }];
  if (!row.item) return [];
  const { added_at: addedAt, done_at: doneAt } = row.item;
  const item = toItem({
    ...row.item,
    added_at: new Date(addedAt),
    done_at: doneAt === null ? null : new Date(doneAt),
  });
  return [{ what: 'action_due', dueAt: row.due_at, item, view }];
}
