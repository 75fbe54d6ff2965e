/** What the clock has to say of an alert: pure, so that a night of downtime runs in a moment. */
import type { Alert } from '../alert.js';
import type { AlertEvent } from '../alert-event.js';
import type { AlertFields } from '../changes/change.js';
import { type Moment, ownerMoments } from './owner-moments.js';
import type { Pace } from './pace.js';
import { brokenFrom } from './promise.js';
import type { Reminder } from './reminder.js';

export interface Attended {
  /** What the thread hears and the card shows, in their order; the fields are set with the first. */
  readonly happened: readonly { readonly fields: AlertFields; readonly event: AlertEvent }[];
  /** What the owner is told; of several that fell due the last, which says most. */
  readonly reminder?: Reminder;
  /** When there is something to say next; undefined: never, unless somebody does something. */
  readonly next?: Date;
}

export interface Attending {
  readonly alert: Alert;
  /** What fell due until then has been said. */
  readonly attendedAt?: Date | undefined;
  readonly pace: Pace;
  readonly now: Date;
}

/** All that fell due since the clock last looked, each said once however late it is. */
export function attend({ alert, attendedAt, pace, now }: Attending): Attended {
  if (alert.state !== 'open' && alert.state !== 'claimed') return { happened: [] };
  const happened = [...woken(alert, now), ...missed(alert, now), ...broken(alert, now)];
  const since = latest([attendedAt, alert.claimedAt]);
  const moments = ownerMoments(alert, pace);
  const due = moments.filter(({ at }) => at <= now && (since === undefined || at > since));
  const last = due.reduce<Moment | undefined>((a, b) => (a && a.at >= b.at ? a : b), undefined);
  const next = nextMoment(after(alert, happened), pace, now);
  return {
    happened,
    ...(last && { reminder: { what: last.what, dueAt: last.dueAt } }),
    ...(next && { next }),
  };
}

/** The sleep of an alert is no silence of its owner. */
function woken({ snoozedUntil }: Alert, now: Date): Attended['happened'] {
  if (snoozedUntil === undefined || snoozedUntil > now) return [];
  return [{ fields: { snoozedUntil: null, touchedAt: now }, event: { kind: 'woken' } }];
}

/** Nobody claimed it in time, or it was not resolved in time: told once for each, and not while it sleeps. */
function missed(alert: Alert, now: Date): Attended['happened'] {
  if (asleep(alert, now)) return [];
  const { respondBy, resolveBy } = alert;
  return [
    ...(awaitsClaim(alert) && respondBy <= now
      ? [
          {
            fields: { respondMissedAt: respondBy },
            event: { kind: 'deadline_missed', deadline: 'respond', due: respondBy.toISOString() } as const,
          },
        ]
      : []),
    ...(alert.resolveMissedAt === undefined && resolveBy <= now
      ? [
          {
            fields: { resolveMissedAt: resolveBy },
            event: { kind: 'deadline_missed', deadline: 'resolve', due: resolveBy.toISOString() } as const,
          },
        ]
      : []),
  ];
}

function broken({ promisedAt }: Alert, now: Date): Attended['happened'] {
  if (promisedAt === undefined || brokenFrom(promisedAt) > now) return [];
  return [
    {
      fields: { promisedAt: null, promiseZone: null },
      event: { kind: 'promise_broken', due: promisedAt.toISOString() },
    },
  ];
}

function awaitsClaim({ state, respondMissedAt }: Alert): boolean {
  return state === 'open' && respondMissedAt === undefined;
}

function asleep({ snoozedUntil }: Alert, now: Date): boolean {
  return snoozedUntil !== undefined && snoozedUntil > now;
}

/** As much of the alert as the clock's own words change, for what comes next. */
function after(alert: Alert, happened: Attended['happened']): Alert {
  const fields = happened.reduce<AlertFields>((all, each) => ({ ...all, ...each.fields }), {});
  const { snoozedUntil, promisedAt, ...rest } = alert;
  return {
    ...rest,
    ...(fields.touchedAt && { touchedAt: fields.touchedAt }),
    ...(fields.respondMissedAt && { respondMissedAt: fields.respondMissedAt }),
    ...(fields.resolveMissedAt && { resolveMissedAt: fields.resolveMissedAt }),
    ...(snoozedUntil && fields.snoozedUntil !== null && { snoozedUntil }),
    ...(promisedAt && fields.promisedAt !== null && { promisedAt }),
  };
}

function nextMoment(alert: Alert, pace: Pace, now: Date): Date | undefined {
  const { snoozedUntil, promisedAt, resolveMissedAt, respondBy, resolveBy } = alert;
  const moments = [
    ...ownerMoments(alert, pace).map(({ at }) => at),
    promisedAt && brokenFrom(promisedAt),
    snoozedUntil,
    snoozedUntil === undefined && awaitsClaim(alert) ? respondBy : undefined,
    snoozedUntil === undefined && resolveMissedAt === undefined ? resolveBy : undefined,
  ];
  return moments
    .filter((at) => at !== undefined && at > now)
    .reduce<Date | undefined>((soonest, at) => (soonest && at && soonest <= at ? soonest : at), undefined);
}

function latest(moments: readonly (Date | undefined)[]): Date | undefined {
  return moments.reduce((a, b) => (a && b ? (a > b ? a : b) : (a ?? b)));
}
