import type { PostMortemState, SectionName } from '../../domain/post-mortem/post-mortem.js';

/** The headings of the document. */
export const SECTION_NAMES: Readonly<Record<SectionName, string>> = {
  customer_says: 'What the customer says',
  root_cause: 'Root cause',
  worked: 'What worked',
  did_not: 'What did not',
  differently: 'What we would do differently',
  elsewhere: 'Where else this applies now',
};

/** What stands under a heading that nobody has written yet. */
export const SECTION_QUESTIONS: Readonly<Record<SectionName, string>> = {
  customer_says: 'In their own words: what was it like, and is it right now?',
  root_cause: 'Ask why until the answer is something that can be changed.',
  worked: 'What of our answer helped, and should be done again?',
  did_not: 'What made it worse, or came too late?',
  differently: 'Begin with one sentence: later cards of the same theme show it.',
  elsewhere: 'Who else is this happening to, or will it, and who tells them?',
};

export const POST_MORTEM_STATE_NAMES: Readonly<Record<PostMortemState, string>> = {
  draft: 'Draft',
  in_review: 'In review',
  completed: 'Completed',
};
