import type { PostMortemChange, PostMortemSituation, PostMortemVerdict } from './change.js';
import { lessonIn } from './lesson.js';

/** What comes of `change` in this situation. Pure. */
export function decidePostMortem(
  situation: PostMortemSituation,
  change: PostMortemChange,
): PostMortemVerdict {
  switch (change.verb) {
    case 'send_to_review':
      return sendToReview(situation, change.reviewer);
    case 'complete':
      return complete(situation);
    case 'reopen':
      return reopen(situation, change.why);
  }
}

/** A draft goes to somebody who reads it; what is in review may go to another. */
function sendToReview({ postMortem }: PostMortemSituation, reviewer: string): PostMortemVerdict {
  if (postMortem.state === 'completed') return { refused: 'completed' };
  if (postMortem.state === 'in_review' && postMortem.reviewerId === reviewer) return { refused: 'with_them' };
  return {
    fields: { state: 'in_review', reviewerId: reviewer },
    event: { kind: 'sent_to_review', reviewer },
  };
}

/** Only who was asked to, or the lead of the team; and only what somebody can learn from. */
function complete({ postMortem, differently, actorId, isLead, at }: PostMortemSituation): PostMortemVerdict {
  if (postMortem.state === 'completed') return { refused: 'completed' };
  if (postMortem.state === 'draft') return { refused: 'not_in_review' };
  if (postMortem.reviewerId !== actorId && !isLead) return { refused: 'not_reviewer' };
  const lesson = lessonIn(differently);
  if (lesson === undefined) return { refused: 'nothing_learnt' };
  return {
    fields: { state: 'completed', completedAt: at, completedBy: actorId, lesson },
    event: { kind: 'completed' },
  };
}

function reopen({ postMortem }: PostMortemSituation, why: string): PostMortemVerdict {
  if (postMortem.state === 'draft') return { refused: 'still_draft' };
  return {
    fields: { state: 'draft', reviewerId: null, completedAt: null, completedBy: null, lesson: null },
    event: { kind: 'reopened', why },
  };
}
