/** When the owner of a claimed alert is to be reminded, and of what. */
import type { Alert } from '../alert.js';
import { minutesFrom } from '../minutes-from.js';
import { PROMISE_REMINDERS_MINUTES } from './promise.js';
import type { Reminder, ReminderKind } from './reminder.js';
import type { Pace } from './pace.js';
import { reminderLead } from './reminder-lead.js';
import { MOST_ASKED } from './silence.js';

export interface Moment extends Reminder {
  readonly at: Date;
}

/** Unordered; past ones too. While it is snoozed, only what was agreed with the customer counts, and its end. */
export function ownerMoments(alert: Alert, { deadline, silentAfterMinutes }: Pace): readonly Moment[] {
  if (alert.state !== 'claimed') return [];
  const agreed = [...contactMoments(alert), ...promiseMoments(alert)].filter(stillAhead(alert));
  if (alert.snoozedUntil !== undefined)
    return [...agreed, { what: 'woken', at: alert.snoozedUntil, dueAt: alert.snoozedUntil }];
  return [
    ...agreed,
    ...respondMoments(alert, deadline),
    ...resolveMoments(alert, deadline),
    ...silent(alert, silentAfterMinutes),
  ];
}

/** Whoever promises a call in ten minutes need not hear of it a quarter of an hour before. */
function stillAhead({ touchedAt }: Alert): (moment: Moment) => boolean {
  return ({ at }) => touchedAt === undefined || at > touchedAt;
}

function respondMoments(
  { respondBy, contactedAt }: Alert,
  { respondMinutes }: Pace['deadline'],
): readonly Moment[] {
  if (contactedAt !== undefined) return [];
  return around(respondBy, reminderLead(respondMinutes), ['respond_soon', 'respond_due']);
}

function resolveMoments({ resolveBy }: Alert, { resolveMinutes }: Pace['deadline']): readonly Moment[] {
  return around(resolveBy, reminderLead(resolveMinutes), ['resolve_soon', 'resolve_due']);
}

function around(
  dueAt: Date,
  leadMinutes: number,
  [before, then]: readonly [ReminderKind, ReminderKind],
): readonly Moment[] {
  return [
    { what: before, at: minutesFrom(dueAt, -leadMinutes), dueAt },
    { what: then, at: dueAt, dueAt },
  ];
}

function silent({ touchedAt, claimedAt }: Alert, afterMinutes: number | undefined): readonly Moment[] {
  const since = touchedAt ?? claimedAt;
  if (since === undefined || afterMinutes === undefined) return [];
  return Array.from({ length: MOST_ASKED }, (_, asked): Moment => {
    const at = minutesFrom(since, (asked + 1) * afterMinutes);
    return { what: 'silent', at, dueAt: since };
  });
}

function contactMoments({ nextContactAt }: Alert): readonly Moment[] {
  return nextContactAt === undefined
    ? []
    : [{ what: 'contact_due', at: nextContactAt, dueAt: nextContactAt }];
}

function promiseMoments({ promisedAt }: Alert): readonly Moment[] {
  if (promisedAt === undefined) return [];
  return [
    ...PROMISE_REMINDERS_MINUTES.map((minutes): Moment => ({
      what: 'promise_soon',
      at: minutesFrom(promisedAt, -minutes),
      dueAt: promisedAt,
    })),
    { what: 'promise_now', at: promisedAt, dueAt: promisedAt },
  ];
}
