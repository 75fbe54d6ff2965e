import type { AlertState } from '../domain/alert.js';
import type { FindShownAlertStore } from '../use-cases/find-shown-alert.js';
import { type Sql, statement } from './sql.js';

const FIND = statement(
  'find_shown_alert',
  `select a.number, a.state, a.owner_id from messages m join alerts a on a.number = m.alert
   where m.platform = $1 and m.reference = $2 and m.role = 'card'`,
);

export function createShownAlertStore(sql: Sql): FindShownAlertStore {
  return {
    async findShownAlert(platform, reference) {
      const [row] = await sql<ShownRow>(FIND, [platform, reference]);
      if (!row) return undefined;
      return {
        alert: Number(row.number),
        state: row.state,
        ...(row.owner_id !== null && { ownerId: row.owner_id }),
      };
    },
  };
}

interface ShownRow {
  readonly number: string;
  readonly state: AlertState;
  readonly owner_id: string | null;
}
