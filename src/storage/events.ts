import type { AlertEvent, AlertEventKind } from '../domain/alert-event.js';
import type { EventView } from '../domain/alert-view.js';
import { type StaffRow, toStaff } from './alert-rows.js';
import { type SignalRow, signalColumns, toSignalView } from './signal-rows.js';
import { type Sql, statement } from './sql.js';

/** Events with the people and words they name; add a condition, order and limit. */
export const SELECT_EVENTS = `
  select e.id as event_id, e.alert as event_alert, e.at, e.kind as event_kind, e.data, to_json(p) as actor, to_json(t) as to_staff, to_json(f) as from_staff,
    ${signalColumns('s')}
  from alert_events e
  left join staff p on p.id = e.actor_id
  left join staff t on t.id = case when e.kind = 'reassigned' then (e.data->>'to')::uuid end
  left join staff f on f.id = case when e.kind in ('reassigned', 'taken_over') then (e.data->>'from')::uuid end
  left join signals s on s.id = case when e.kind in ('opened', 'joined', 'amended') then (e.data->>'signalId')::uuid end`;

export interface EventRow extends Omit<SignalRow, 'id'> {
  readonly event_id: string;
  readonly event_alert: string;
  readonly at: Date;
  readonly event_kind: AlertEventKind;
  readonly data: object;
  readonly actor: StaffRow | null;
  readonly to_staff: StaffRow | null;
  readonly from_staff: StaffRow | null;
  /** The signal's, where the event names one. */
  readonly id: string | null;
}

export function toEventView(row: EventRow): EventView {
  return {
    id: row.event_id,
    at: row.at,
    event: { kind: row.event_kind, ...row.data } as AlertEvent,
    ...(row.actor && { actor: toStaff(row.actor) }),
    ...(row.to_staff && { to: toStaff(row.to_staff) }),
    ...(row.from_staff && { from: toStaff(row.from_staff) }),
    ...(row.id !== null && { signal: toSignalView({ ...row, id: row.id }) }),
  };
}

/** The newest 200, oldest first. */
const HISTORY = statement(
  'alert_history',
  `select * from (${SELECT_EVENTS} where e.alert = $1 order by e.id desc limit 200) h order by h.event_id`,
);

export async function readHistory(sql: Sql, alert: number): Promise<readonly EventView[]> {
  return (await sql<EventRow>(HISTORY, [alert])).map(toEventView);
}
