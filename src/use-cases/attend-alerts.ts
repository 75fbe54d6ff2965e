/**
 * The minute tick of follow-ups: deadlines that passed, snoozes that end, owners to be reminded. Everything is found by the database
 * and written in the transaction that takes it, so that it is said exactly once: by two processes, over restarts, and late.
 */
import type { Alert } from '../domain/alert.js';
import { attend, type Attended } from '../domain/follow-up/attend.js';
import { paceFor } from '../domain/follow-up/pace.js';
import type { PlatformName, Policy } from '../domain/policy.js';
import type { ActionItem } from '../domain/post-mortem/action-item.js';
import { nextNudge } from '../domain/post-mortem/next-nudge.js';
import { isTimeZone } from '../domain/zoned-time.js';
import type { Clock, NewId, Transaction } from './transaction.js';

export interface AttendAlertsStore {
  /** Whether this transaction is the only one that attends to alerts: two would split what one person is to be told. */
  attendAlone(): Promise<boolean>;
  /** Locks and returns alerts that the clock has to look at, but for those `inHand`, the longest due first; what somebody is changing just now waits. */
  alertsToAttend(now: Date, limit: number, inHand: readonly number[]): Promise<readonly AlertToAttend[]>;
  /** Writes what the clock said: events with their lines and cards, reminders that wait to be bundled, when to look next. */
  recordAttended(attended: readonly AttendedAlert[], now: Date): void;
  /** Locks and returns open action items whose owner is to be reminded by now, the longest due first. */
  itemsToNudge(now: Date, limit: number): Promise<readonly ItemToNudge[]>;
  /** Writes the reminders, which wait to be bundled, and when to remind next. */
  recordNudged(nudged: readonly NudgedItem[], now: Date): void;
  /** Makes one message of all reminders that wait for a person, on each platform that knows them. Answers how many people, at most `limit`. */
  bundleReminders(platforms: readonly PlatformName[], now: Date, limit: number): Promise<number>;
}

export interface AlertToAttend {
  readonly alert: Alert;
  /** Of the customer's account. */
  readonly tier?: string;
  readonly attendedAt?: Date;
}

export interface ItemToNudge extends Pick<ActionItem, 'id' | 'ownerId' | 'dueOn'> {
  /** The alert that its post-mortem was opened for. */
  readonly alert: number;
  /** Of the owner, where it is known. */
  readonly timeZone?: string;
}

export interface NudgedItem extends ItemToNudge {
  readonly reminderId: string;
  readonly next: Date;
}

export interface AttendedAlert extends Omit<Attended, 'happened'> {
  readonly alert: number;
  readonly ownerId?: string;
  readonly reminderId: string;
  readonly happened: readonly (Attended['happened'][number] & { readonly eventId: string })[];
}

export interface AttendAlertsDeps {
  readonly transaction: Transaction<AttendAlertsStore>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly policy: Pick<Policy, 'deadlines' | 'tierDeadlines' | 'silentAfterMinutes'>;
  /** IANA name: in which somebody's morning is meant whose own zone is not known. */
  readonly timeZone: string;
  /** Where people can be written to. */
  readonly platforms: readonly PlatformName[];
  /** How many slices a transaction takes; more of them are quicker where nobody waits for the only connection. 1 where absent. */
  readonly slicesAtOnce?: number;
  /** Called after a commit: there is something to post. */
  readonly changed: () => void;
}

/** One slice stays well under the time that a transaction may take on the embedded database. */
const SLICE = 250;
/** Each with all that waits for them. */
const PEOPLE = 25;
/** At most this many slices a minute; what is left waits for the next. */
const SLICES = 100;
/** In one go, so that nobody hears of the morning's items in two messages; those of a thousand people. */
const MOST_NUDGED = 5_000;

export async function attendAlerts(deps: AttendAlertsDeps): Promise<void> {
  const { slicesAtOnce = 1 } = deps;
  for (let slice = 0; slice < SLICES; slice += slicesAtOnce) {
    const { said, more } = await deps.transaction((store) => attendSlices(deps, store, slicesAtOnce));
    if (said) deps.changed();
    if (!more) return;
  }
}

/**
 * While one slice is judged here the database writes the one before and finds the next. Once no more alerts are due, what all of them
 * had to say to each person is bundled.
 */
async function attendSlices(
  deps: AttendAlertsDeps,
  store: AttendAlertsStore,
  most: number,
): Promise<{ readonly said: boolean; readonly more: boolean }> {
  if (!(await store.attendAlone())) return { said: false, more: false };
  const now = deps.clock();
  let said = false;
  let due = await store.alertsToAttend(now, SLICE, []);
  for (let slice = 1; due.length > 0; slice += 1) {
    const isLast = slice === most || due.length < SLICE;
    const inHand = due.map(({ alert }) => alert.number);
    const next = isLast ? undefined : store.alertsToAttend(now, SLICE, inHand);
    const attended = due.map((each) => attendedAlert(deps, each, now));
    store.recordAttended(attended, now);
    said ||= attended.some(({ happened }) => happened.length > 0);
    if (due.length === SLICE && !next) return { said, more: true };
    due = next ? await next : [];
  }
  await nudgeOwners(deps, store, now);
  const people = await store.bundleReminders(deps.platforms, now, PEOPLE);
  return { said: said || people > 0, more: people === PEOPLE };
}

function attendedAlert(
  { newId, policy }: AttendAlertsDeps,
  { alert, tier, attendedAt }: AlertToAttend,
  now: Date,
): AttendedAlert {
  const pace = paceFor(alert.severity, tier, policy);
  const { happened, ...rest } = attend({ alert, attendedAt, pace, now });
  return {
    ...rest,
    alert: alert.number,
    ...(alert.ownerId !== undefined && { ownerId: alert.ownerId }),
    reminderId: newId(),
    happened: happened.map((each) => ({ ...each, eventId: newId() })),
  };
}

/** Action items wait for no alert: with the reminders of the same minute they make one message for each person. */
async function nudgeOwners(
  { newId, timeZone }: AttendAlertsDeps,
  store: AttendAlertsStore,
  now: Date,
): Promise<void> {
  const items = await store.itemsToNudge(now, MOST_NUDGED);
  if (items.length === 0) return;
  const nudged = items.map((item): NudgedItem => {
    const zone = item.timeZone !== undefined && isTimeZone(item.timeZone) ? item.timeZone : timeZone;
    return {
      ...item,
      reminderId: newId(),
      next: nextNudge({ dueOn: item.dueOn, after: now, timeZone: zone }),
    };
  });
  store.recordNudged(nudged, now);
}
