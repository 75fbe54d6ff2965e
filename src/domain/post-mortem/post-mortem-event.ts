/** What happened to a post-mortem, append-only: its thread and its history come from it. */
import type { SectionName } from './post-mortem.js';

export type PostMortemEvent =
  | { readonly kind: 'opened'; readonly alert: number }
  | { readonly kind: 'alert_linked'; readonly alert: number }
  | { readonly kind: 'alert_unlinked'; readonly alert: number }
  | { readonly kind: 'written'; readonly section: SectionName; readonly version: number }
  /** A message of a chat was added to a section. `author`: the name of who wrote it; `link`: https. */
  | {
      readonly kind: 'noted';
      readonly section: SectionName;
      readonly version: number;
      readonly author?: string;
      readonly link?: string;
    }
  | {
      readonly kind: 'item_added';
      readonly text: string;
      readonly owner: string;
      readonly dueOn: string;
    }
  /** Who does it from now on, by when from now on; each where it changed. */
  | {
      readonly kind: 'item_changed';
      readonly text: string;
      readonly owner?: string;
      readonly dueOn?: string;
    }
  | { readonly kind: 'item_done'; readonly text: string }
  | { readonly kind: 'sent_to_review'; readonly reviewer: string }
  | { readonly kind: 'completed' }
  | { readonly kind: 'reopened'; readonly why: string };
