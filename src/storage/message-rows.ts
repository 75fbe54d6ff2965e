/** Between the row of a message and what the posting loop is handed. */
import type { PlatformName } from '../domain/policy.js';
import type { Due } from '../posting/posting-store.js';

/** Of a message `m` and the root `r` of its thread. */
export const DUE_COLUMNS = `m.id, m.role, m.alert, m.report, m.to_person, m.post_mortem, m.post_mortem_event, m.event_id, m.bundle_id,
     m.platform, m.channel, m.priority, m.attempt, m.reference, m.wanted_revision, m.rolled_into, r.reference as root_reference`;

export interface DueRow {
  readonly id: string;
  readonly role: Due['role'];
  readonly alert: string | null;
  readonly report: string | null;
  readonly post_mortem: string | null;
  readonly post_mortem_event: string | null;
  readonly to_person: boolean;
  readonly event_id: string | null;
  readonly bundle_id: string | null;
  readonly platform: PlatformName;
  readonly channel: string;
  readonly priority: number;
  readonly attempt: number;
  readonly reference: string | null;
  readonly wanted_revision: number;
  readonly rolled_into: string | null;
  readonly root_reference: string | null;
}

export function toDue(row: DueRow): Due {
  return {
    id: row.id,
    role: row.role,
    platform: row.platform,
    channel: row.channel,
    priority: row.priority,
    attempt: row.attempt,
    wantedRevision: row.wanted_revision,
    ...(row.alert !== null && { alert: Number(row.alert) }),
    ...(row.report !== null && { report: row.report }),
    ...(row.post_mortem !== null && { postMortem: Number(row.post_mortem) }),
    ...(row.post_mortem_event !== null && { postMortemEvent: row.post_mortem_event }),
    ...(row.to_person && { toPerson: true as const }),
    ...(row.bundle_id !== null && { bundleId: row.bundle_id }),
    ...(row.event_id !== null && { eventId: row.event_id }),
    ...(row.rolled_into !== null && { rolledInto: row.rolled_into }),
    ...(row.reference !== null && { reference: row.reference }),
    ...(row.root_reference !== null && { rootReference: row.root_reference }),
  };
}
