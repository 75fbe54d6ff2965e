/** A post-mortem with everything that its card, its answers and its page show. */
import type { AlertView, EventView, SignalView } from '../alert-view.js';
import type { Narrative } from '../narrative/narrative.js';
import type { Staff } from '../staff.js';
import type { ActionItem } from './action-item.js';
import type { PostMortem, SectionName } from './post-mortem.js';
import type { PostMortemEvent } from './post-mortem-event.js';

export interface PostMortemView {
  readonly postMortem: PostMortem;
  readonly openedBy: Staff;
  readonly reviewer?: Staff;
  readonly completedBy?: Staff;
  /** All of them, in the order of the document. */
  readonly sections: readonly SectionView[];
  /** The linked alerts, as they were linked; the one it was opened for is among them. */
  readonly alerts: readonly AlertView[];
  /** The soonest due first. */
  readonly items: readonly ActionItemView[];
  /** Until it is completed. */
  readonly narrative?: Narrative;
}

export interface SectionView {
  readonly name: SectionName;
  /** 0: nobody has written it yet. */
  readonly version: number;
  readonly text: string;
  readonly writtenAt?: Date;
  readonly writtenBy?: Staff;
}

export interface ActionItemView {
  readonly item: ActionItem;
  readonly owner: Staff;
}

export interface PostMortemEventView {
  readonly id: string;
  readonly postMortem: number;
  readonly at: Date;
  readonly actor: Staff;
  readonly event: PostMortemEvent;
  /** For `item_added`, `item_changed` and `sent_to_review`: whom it names. */
  readonly named?: Staff;
}

/** What the document draws on beside its own text, read when it is shown. */
export interface PostMortemSources {
  /** What happened to each linked alert, oldest first, by its number. */
  readonly events: ReadonlyMap<number, readonly EventView[]>;
  /** The customers' own words, oldest first. */
  readonly voices: readonly { readonly alert: number; readonly signal: SignalView }[];
  /** Other alerts of the theme from thirty days before the first on, newest first. */
  readonly alike: readonly AlertView[];
  /** What happened to the post-mortem itself, oldest first. */
  readonly history: readonly PostMortemEventView[];
}
