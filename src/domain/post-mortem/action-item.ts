/** One thing that will be changed, by whom and by when. */
import type { Day } from '../zoned-time.js';

export interface ActionItem {
  readonly id: string;
  readonly postMortem: number;
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: Day;
  /** Whom it takes besides the owner: one of the configured partner teams. */
  readonly partner?: string;
  /** Where else it is followed. */
  readonly tracker?: string;
  readonly addedAt: Date;
  readonly doneAt?: Date;
}

/** Partner teams where none are configured. */
export const USUAL_PARTNERS = ['technology', 'product', 'marketing', 'legal', 'operations'] as const;
