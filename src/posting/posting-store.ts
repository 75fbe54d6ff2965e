/** What the posting loop asks of the database. What answers nothing is sent without waiting: its failure fails the transaction. */
import type { AlertView, EventView, ReminderView } from '../domain/alert-view.js';
import type { PlatformName } from '../domain/policy.js';
import type { PostMortemEventView, PostMortemView } from '../domain/post-mortem/post-mortem-view.js';
import type { BacklogStore } from './backlog-store.js';
import type { BucketState } from './buckets.js';

export type { BacklogStore, RolledAlert, WaitingCard, WaitingRollUp } from './backlog-store.js';

export interface PostingStore extends BacklogStore {
  /** Messages to send now, the most pressing first, locked; those another process holds are passed over. */
  due(platforms: readonly PlatformName[], now: Date, limit: number): Promise<readonly Due[]>;
  /** Locks the buckets in the order of their keys; absent ones are full. */
  lockBuckets(keys: readonly string[]): Promise<ReadonlyMap<string, BucketState>>;
  saveBuckets(buckets: readonly BucketState[]): void;
  /** Marks messages as being sent, before the call is made. */
  lease(lease: {
    readonly ids: readonly string[];
    readonly token: string;
    readonly until: Date;
    readonly now: Date;
  }): void;
  delay(delays: readonly { readonly id: string; readonly until: Date }[]): void;
  views(alerts: readonly number[]): Promise<ReadonlyMap<number, AlertView>>;
  events(ids: readonly string[]): Promise<ReadonlyMap<string, EventView>>;
  /** The reminders of each bundle, oldest first. */
  reminders(bundleIds: readonly string[]): Promise<ReadonlyMap<string, readonly ReminderView[]>>;
  postMortems(numbers: readonly number[]): Promise<ReadonlyMap<number, PostMortemView>>;
  /** What happened to them, by the ids of the events. */
  postMortemEvents(ids: readonly string[]): Promise<ReadonlyMap<string, PostMortemEventView>>;

  /**
   * The results of calls; one whose lease has passed to another is dropped. A card that had an unclear edit is wanted once more, when
   * that edit can no longer land. Answers how many messages may go now that waited for these.
   */
  recordPosted(posted: readonly PostedResult[], now: Date, settleMs: number): Promise<number>;
  recordFailed(failed: readonly FailedResult[], now: Date): void;
  /** The message cannot be posted in its channel: its card moves to `to`, or it is given up. */
  moveCard(move: {
    readonly id: string;
    readonly token: string;
    readonly to?: string;
    readonly eventId: string;
    readonly why: string;
    readonly now: Date;
  }): Promise<Moved>;

  /** Messages whose sender died: edits are wanted again, new ones become unknown, to be looked for at once. Those of `known` leases have none that died. */
  recoverSending(now: Date, known: readonly string[]): Promise<number>;
  /** Where messages are to be looked for now, the longest waiting first. */
  unknownPlaces(
    platforms: readonly PlatformName[],
    now: Date,
    limit: number,
  ): Promise<readonly UnknownPlace[]>;
  /** Messages to look for now in these places, with the lease taken. */
  leaseUnknown(
    places: readonly string[],
    lease: { readonly token: string; readonly until: Date; readonly now: Date },
    limit: number,
  ): Promise<readonly UnknownMessage[]>;
  recordLooks(looks: readonly Look[], now: Date): void;

  /** Messages that were sent again and posted before `settledBefore`: their first call may have landed after all. */
  resent(
    platforms: readonly PlatformName[],
    settledBefore: Date,
    limit: number,
  ): Promise<readonly ResentMessage[]>;
  /** Nothing more can come of the first call. */
  settleResent(ids: readonly string[]): void;
}

/** follows: a line whose card has moved already; passed_on: somebody else has the lease. */
export type Moved = 'moved' | 'follows' | 'given_up' | 'passed_on';

export interface Due {
  readonly id: string;
  readonly role: 'card' | 'line' | 'direct' | 'reminder' | 'report' | 'detail' | 'roll_up';
  /** Absent for a reminder and a roll-up, which may speak of several, for a report and for what is of a post-mortem. */
  readonly alert?: number;
  /** Of a card or a line: the number of the post-mortem whose it is, and the event that a line tells. */
  readonly postMortem?: number;
  readonly postMortemEvent?: string;
  /** Of a `report` and of its `detail`: the id of the report. */
  readonly report?: string;
  /** Of these: it goes to one person, and the channel is their staff id. */
  readonly toPerson?: true;
  readonly eventId?: string;
  /** Of a reminder. */
  readonly bundleId?: string;
  readonly platform: PlatformName;
  readonly channel: string;
  /** 0 what a person just did, 1 critical, 2 the rest. */
  readonly priority: number;
  readonly attempt: number;
  readonly wantedRevision: number;
  /** Of a card: the roll-up that named its alert. */
  readonly rolledInto?: string;
  readonly reference?: string;
  readonly rootReference?: string;
}

export interface PostedResult {
  readonly id: string;
  readonly token: string;
  /** The revision of the alert or post-mortem that was shown; of a report 1, of a roll-up its own. */
  readonly revision: number;
  /** Of a card that was not there before: the roll-up that named its alert. */
  readonly rolledInto?: string;
  /** Absent: there was nothing to show, and nothing was sent. */
  readonly reference?: string;
}

export interface FailedResult {
  readonly id: string;
  readonly token: string;
  /** wanted: again at `notBefore`; unknown: look at `notBefore`; lost: post anew; dead: given up. */
  readonly state: 'wanted' | 'unknown' | 'lost' | 'dead';
  readonly notBefore: Date;
  readonly why: string;
  /** Where it is given up, its alerts get cards of their own. */
  readonly isRollUp?: true;
  /** Of an edit: it may still land. */
  readonly unsure?: boolean;
  /** Of a lost line: the thread that is gone, so that its card is posted anew unless it was already. */
  readonly thread?: string;
}

export interface UnknownPlace {
  readonly key: string;
  readonly platform: PlatformName;
  /** One of the messages that may stand there. */
  readonly message: Due;
}

export interface UnknownMessage extends Omit<Due, 'attempt' | 'priority' | 'wantedRevision'> {
  /** The key of the place in which it may stand. */
  readonly place: string;
  readonly since: Date;
  readonly looks: number;
}

export interface ResentMessage extends Omit<Due, 'attempt' | 'priority' | 'wantedRevision' | 'reference'> {
  readonly since: Date;
  /** Of the post that we know. */
  readonly posted: string;
}

export interface Look {
  readonly id: string;
  readonly token: string;
  /** found: adopt the reference; again: look again at `notBefore`; resend: it is nowhere; unconfirmed: for a person to decide. */
  readonly result: 'found' | 'again' | 'resend' | 'unconfirmed';
  readonly reference?: string;
  readonly looks: number;
  readonly notBefore: Date;
  readonly why?: string;
}
