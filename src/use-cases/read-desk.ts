/** What the desk's pages show. */
import type { AlertView, EventView, ReminderView, SignalView } from '../domain/alert-view.js';
import type { PlatformName } from '../domain/policy.js';
import type { PostMortemView } from '../domain/post-mortem/post-mortem-view.js';
import type { Severity } from '../domain/severity.js';

export interface ReadDeskStore {
  /** The desk channels that hold unclosed alerts, by name: how many, and the gravest of the open ones. */
  deskChannels(): Promise<readonly DeskChannel[]>;
  /** The newest posts of a channel, newest first, before `before` (a position from an earlier page). */
  deskStream(channel: string, page: Page): Promise<readonly DeskPost[]>;
  /** Thread of an alert on the desk: the events that were posted as lines, oldest first, at most 200. */
  deskThread(alert: number): Promise<readonly EventView[]>;
  /** What somebody was reminded of since, oldest first, at most 100: the desk's own way of telling them. */
  remindersOf(staffId: string, since: Date): Promise<readonly ReminderView[]>;
  /** What was sent to somebody alone since, newest first, at most 5: digests. */
  reportsTo(staffId: string, since: Date): Promise<readonly SentReport[]>;
  /** Everything heard, newest first: also what made no alert, with the reason. */
  heard(page: Page): Promise<readonly HeardView[]>;
  /** Messages that were given up, newest first. */
  deadMessages(limit: number): Promise<readonly DeadMessage[]>;
  /** Messages waiting per platform. */
  waitingMessages(): Promise<
    readonly { readonly platform: PlatformName; readonly waiting: number; readonly unconfirmed: number }[]
  >;
  notices(): Promise<readonly Notice[]>;
  /** How many signals came in the last 24 hours and when the last one came, by source. */
  sourceActivity(): Promise<
    readonly { readonly source: string; readonly signals: number; readonly lastAt: Date }[]
  >;
}

export interface Page {
  readonly before?: string;
  readonly limit: number;
}

export interface DeskChannel {
  readonly name: string;
  readonly open: number;
  readonly unclaimed: number;
  readonly gravest?: Severity;
}

export type DeskPost = DeskCard | DeskReport | DeskPaper;

interface Posted {
  /** The position for the next page. */
  readonly position: string;
  readonly messageId: string;
  readonly postedAt: Date;
}

/** Figures that somebody shared: the id of the report, to be counted. */
export interface DeskReport extends Posted {
  readonly report: string;
}

/** The card of a post-mortem. */
export interface DeskPaper extends Posted {
  readonly report?: undefined;
  readonly postMortem: PostMortemView;
}

export interface DeskCard extends Posted {
  readonly report?: undefined;
  readonly postMortem?: undefined;
  readonly view: AlertView;
  /** How many lines its thread has, and the newest. */
  readonly lines: number;
  readonly lastLine?: EventView;
}

export interface SentReport {
  readonly report: string;
  readonly postedAt: Date;
}

export interface HeardView {
  readonly position: string;
  readonly signal: SignalView;
  readonly customerId?: string;
  /** Present once triaged. */
  readonly reason?: string;
  readonly theme?: string;
  readonly alert?: number;
}

export interface DeadMessage {
  readonly id: string;
  readonly platform: PlatformName;
  readonly channel: string;
  /** Whom it was for, where it was for one person. */
  readonly person?: string;
  readonly alert?: number;
  readonly why: string;
  readonly since: Date;
}

/** Something that somebody who runs Earshot should know or mend; one per key. */
export interface Notice {
  readonly key: string;
  readonly text: string;
  readonly at: Date;
}
