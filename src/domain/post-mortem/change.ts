/** What a person can do to a post-mortem as a whole, and what comes of it: the changed fields and an event, or a refusal. */
import type { PostMortem } from './post-mortem.js';
import type { PostMortemEvent } from './post-mortem-event.js';

export type PostMortemChange =
  | { readonly verb: 'send_to_review'; readonly reviewer: string }
  | { readonly verb: 'complete' }
  | { readonly verb: 'reopen'; readonly why: string };

/** The fields that a change sets; `null` empties one. */
export type PostMortemFields = Readonly<
  Partial<Record<'state' | 'reviewerId' | 'completedAt' | 'completedBy' | 'lesson', string | Date | null>>
>;

export type PostMortemRefusal =
  | 'completed' // nothing in it changes any more
  | 'not_in_review'
  | 'not_reviewer' // somebody else was asked to complete it
  | 'nothing_learnt' // what would be done differently is not written
  | 'with_them' // that reviewer has it already
  | 'still_draft'; // there is nothing to reopen

export type PostMortemVerdict =
  | { readonly fields: PostMortemFields; readonly event: PostMortemEvent }
  | { readonly refused: PostMortemRefusal };

/** What every verb is decided from. */
export interface PostMortemSituation {
  readonly postMortem: PostMortem;
  /** What would be done differently, as it is written now. */
  readonly differently: string;
  readonly actorId: string;
  /** Whether the actor leads the team of the post-mortem. */
  readonly isLead: boolean;
  readonly at: Date;
}
