/** Between the row of a message and what the posting loop is handed. */
import type { PlatformName } from '../domain/policy.js';
import type { Due } from '../posting/posting-store.js';

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
  readonly attempt: number;
  readonly reference: string | null;
  readonly root_reference: string | null;
}

export function toDue(row: DueRow): Due {
  return {
    id: row.id,
    role: row.role,
    platform: row.platform,
    channel: row.channel,
    attempt: row.attempt,
    ...(row.alert !== null && { alert: Number(row.alert) }),
    ...(row.report !== null && { report: row.report }),
    ...(row.post_mortem !== null && { postMortem: Number(row.post_mortem) }),
    ...(row.post_mortem_event !== null && { postMortemEvent: row.post_mortem_event }),
    ...(row.to_person && { toPerson: true as const }),
    ...(row.bundle_id !== null && { bundleId: row.bundle_id }),
    ...(row.event_id !== null && { eventId: row.event_id }),
    ...(row.reference !== null && { reference: row.reference }),
    ...(row.root_reference !== null && { rootReference: row.root_reference }),
  };
}
