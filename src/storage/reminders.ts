import type { ReminderView } from '../domain/alert-view.js';
import type { ReminderKind } from '../domain/follow-up/reminder.js';
import { SELECT_VIEWS, toView, type ViewRow } from './alert-rows.js';
import { type Sql, statement } from './sql.js';

const OF_BUNDLES = statement(
  'reminders_of_bundles',
  `select v.*, r.bundle_id, r.what, r.due_at
   from unnest($1::uuid[]) as g (bundle_id)
   cross join lateral (
     select bundle_id, id, alert, what, due_at from reminders where bundle_id = g.bundle_id order by id limit 500) r
   cross join lateral (${SELECT_VIEWS} where a.number = r.alert) v
   order by r.id`,
);

const OF_PERSON = statement(
  'reminders_of_person',
  `select v.*, r.bundle_id, r.what, r.due_at
   from (select bundle_id, at, id, alert, what, due_at from reminders where staff_id = $1 and at >= $2 order by at desc limit 100) r
   cross join lateral (${SELECT_VIEWS} where a.number = r.alert) v
   order by r.at, r.id`,
);

interface ReminderRow extends ViewRow {
  readonly bundle_id: string;
  readonly what: ReminderKind;
  readonly due_at: Date;
}

export async function readReminders(
  sql: Sql,
  bundleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReminderView[]>> {
  const rows = await sql<ReminderRow>(OF_BUNDLES, [bundleIds]);
  const bundles = new Map<string, ReminderView[]>();
  for (const row of rows) {
    const bundle = bundles.get(row.bundle_id) ?? [];
    bundle.push(toReminder(row));
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
  return (await sql<ReminderRow>(OF_PERSON, [staffId, since])).map(toReminder);
}

function toReminder(row: ReminderRow): ReminderView {
  return { what: row.what, dueAt: row.due_at, view: toView(row) };
}
