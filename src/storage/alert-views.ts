import type { AlertView } from '../domain/alert-view.js';
import { SELECT_VIEWS, toView, type ViewRow } from './alert-rows.js';
import { type Sql, statement } from './sql.js';

const VIEWS = statement('views_of_alerts', `${SELECT_VIEWS} where a.number = any($1::bigint[])`);

/** By number; without those that there are not. */
export async function readViews(
  sql: Sql,
  alerts: readonly number[],
): Promise<ReadonlyMap<number, AlertView>> {
  const rows = await sql<ViewRow>(VIEWS, [alerts]);
  return new Map(rows.map((row) => [Number(row.number), toView(row)]));
}
