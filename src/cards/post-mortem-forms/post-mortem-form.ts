/** What every form of a post-mortem provides: what it asks, and how its answers are read. */
import type { PostMortemChange } from '../../domain/post-mortem/change.js';
import type { SectionName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import type { Day } from '../../domain/zoned-time.js';
import type { Faults } from '../form-kind.js';
import type { AlertForm, Answers } from '../form.js';

export interface PostMortemForm {
  ask(view: PostMortemView, asking: PostMortemReading): AlertForm;
  /** What the answers ask for, or what must be mended. Pure: whether it may be done is decided later. */
  read(
    answers: Answers,
    reading: PostMortemReading,
  ): { readonly wish: PostMortemWish } | { readonly faults: Faults };
}

/** What questions and answers depend on beside the post-mortem. */
export interface PostMortemReading {
  readonly now: Date;
  /** Of whoever fills it in. */
  readonly timeZone: string;
  /** The partner teams to choose from. */
  readonly partners: readonly string[];
}

export type PostMortemWish =
  /** Added below what stands there. */
  | { readonly verb: 'write'; readonly section: SectionName; readonly text: string }
  | {
      readonly verb: 'add_item';
      readonly text: string;
      /** Absent: whoever adds it. */
      readonly ownerId?: string;
      readonly dueOn: Day;
      readonly partner?: string;
      readonly tracker?: string;
    }
  /** Its text is to be shown, to be written anew. */
  | { readonly verb: 'choose_section'; readonly section: SectionName }
  /** `base`: the version that was read, and is replaced. */
  | { readonly verb: 'rewrite'; readonly section: SectionName; readonly base: number; readonly text: string }
  | { readonly verb: 'finish_item'; readonly item: string }
  /** What is absent stays as it is. */
  | {
      readonly verb: 'change_item';
      readonly item: string;
      readonly ownerId?: string;
      readonly dueOn?: Day;
    }
  | { readonly verb: 'unlink'; readonly alert: number }
  | PostMortemChange;
