import type { Alert } from '../alert.js';
import type { Reminder } from './reminder.js';

/** Whether `staffId` still needs to hear of it: a reminder may be sent, or read, long after it was due. */
export function stillHolds({ what, dueAt }: Reminder, alert: Alert, staffId: string): boolean {
  if (alert.state !== 'claimed' || alert.ownerId !== staffId) return false;
  const asleep = alert.snoozedUntil !== undefined;
  switch (what) {
    case 'respond_soon':
    case 'respond_due':
      return !asleep && alert.contactedAt === undefined && same(alert.respondBy, dueAt);
    case 'resolve_soon':
    case 'resolve_due':
      return !asleep && same(alert.resolveBy, dueAt);
    case 'silent':
      return !asleep && same(alert.touchedAt ?? alert.claimedAt, dueAt);
    case 'woken':
      return !asleep;
    case 'contact_due':
      return same(alert.nextContactAt, dueAt);
    case 'promise_soon':
    case 'promise_now':
      return same(alert.promisedAt, dueAt);
  }
}

function same(a: Date | undefined, b: Date): boolean {
  return a?.getTime() === b.getTime();
}
