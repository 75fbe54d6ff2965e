import type { FindShownAlertStore } from '../use-cases/find-shown-alert.js';
import { type Sql, statement } from './sql.js';

const FIND = statement(
  'find_shown_alert',
  `select alert from messages
   where platform = $1 and reference = $2 and role in ('card', 'roll_up') and post_mortem is null`,
);

export function createShownAlertStore(sql: Sql): FindShownAlertStore {
  return {
    async findShownAlert(platform, reference) {
      const [row] = await sql<{ alert: string | null }>(FIND, [platform, reference]);
      if (!row) return undefined;
      return row.alert === null ? {} : { alert: Number(row.alert) };
    },
  };
}
