/** What the use cases of post-mortems ask of the database, within one transaction. */
import type { AlertEvent } from '../../domain/alert-event.js';
import type { AlertView } from '../../domain/alert-view.js';
import type { PlatformName } from '../../domain/policy.js';
import type { ActionItem } from '../../domain/post-mortem/action-item.js';
import type { PostMortemFields } from '../../domain/post-mortem/change.js';
import type { SectionName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemEvent } from '../../domain/post-mortem/post-mortem-event.js';
import type {
  ActionItemView,
  PostMortemSources,
  PostMortemView,
} from '../../domain/post-mortem/post-mortem-view.js';
import type { TellAlikeStore } from './tell-alerts-alike.js';
import type { Day } from '../../domain/zoned-time.js';

export interface PostMortemStore extends TellAlikeStore {
  viewAlert(alert: number): Promise<AlertView | undefined>;
  /** Whoever wants to link it waits until this transaction ends; false where there is no such alert. */
  lockAlert(alert: number): Promise<boolean>;
  /** Whoever wants to change it waits until this transaction ends; false where there is none of that number. */
  lockPostMortem(postMortem: number): Promise<boolean>;
  viewPostMortem(postMortem: number): Promise<PostMortemView | undefined>;
  /** All that its document draws on. `alikeSince`: from when on alerts of its theme are listed. */
  postMortemSources(view: PostMortemView): Promise<PostMortemSources>;

  /** A new one with its lead alert linked and its cards wanted. Answers its number. */
  openPostMortem(opened: {
    readonly alert: AlertView;
    readonly sections: Readonly<Partial<Record<SectionName, string>>>;
    readonly channels: readonly Channel[];
    readonly eventId: string;
    readonly actorId: string;
    readonly at: Date;
  }): Promise<number>;
  linkAlert(link: { readonly alert: number; readonly postMortem: number; readonly at: Date }): void;
  unlinkAlert(link: { readonly alert: number; readonly postMortem: number }): void;
  /** Tells the thread of an alert, and brings its card up to date. */
  tellAlert(told: {
    readonly alert: number;
    readonly event: AlertEvent;
    readonly eventId: string;
    readonly actorId: string;
    readonly at: Date;
  }): void;
  /** Sets the fields, records the event, and wants the card anew and a line in its thread. */
  changePostMortem(change: PostMortemStep & { readonly fields: PostMortemFields }): void;
  /** The new text where the section still stands at `base`; false: somebody was quicker and nothing was written. */
  writeSection(written: {
    readonly postMortem: number;
    readonly section: SectionName;
    readonly base: number;
    readonly text: string;
    readonly actorId: string;
    readonly at: Date;
  }): Promise<boolean>;
  /** False: the message was added before, and nothing was written. */
  keepNote(note: {
    readonly postMortem: number;
    /** See domain/said-message.ts. */
    readonly message: string;
    readonly section: SectionName;
    readonly actorId: string;
    readonly at: Date;
  }): Promise<boolean>;
  addActionItem(item: ActionItem & { readonly nudgeAt: Date }): void;
  /** Of one that is not done. */
  changeActionItem(change: {
    readonly id: string;
    readonly ownerId: string;
    readonly dueOn: Day;
    readonly nudgeAt: Date;
  }): void;
  finishActionItem(done: { readonly id: string; readonly actorId: string; readonly at: Date }): void;

  /** Those that are not completed, the newest first, with how many there are in all. */
  unfinishedPostMortems(
    limit: number,
  ): Promise<{ readonly views: readonly PostMortemView[]; readonly total: number }>;
  /** All, the newest first, before the number `before`. */
  listPostMortems(page: {
    readonly before?: number;
    readonly limit: number;
  }): Promise<readonly PostMortemView[]>;
  /** Open action items that were due before `today`, the longest overdue first. */
  overdueItems(today: Day, limit: number): Promise<readonly ActionItemView[]>;
}

export interface PostMortemStep {
  readonly postMortem: number;
  readonly event: PostMortemEvent;
  readonly eventId: string;
  readonly actorId: string;
  readonly at: Date;
}

export interface Channel {
  readonly platform: PlatformName;
  readonly channel: string;
}
