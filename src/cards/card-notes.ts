/** The sentences under a card's facts: how it ended, and why it is here. */
import { OUTCOME_NAMES } from '../domain/alert.js';
import type { AlertView } from '../domain/alert-view.js';
import { postMortemName } from '../domain/post-mortem/post-mortem.js';
import type { Card } from './card.js';
import { themeName } from './headline.js';
import { known } from './known.js';
import { sentence } from './sentence.js';
import { type Line, line, person } from './text.js';

/** Longer is read in the history. */
const NOTE_LIMIT = 400;

export function cardNotes(view: AlertView): Card['notes'] {
  return [ending(view), why(view), learnt(view)].filter((note) => note.length > 0);
}

/** "Why: CSAT of 2 or less for a gold account; says “cancelling”. Theme: refunds." */
function why(view: AlertView): Line {
  const reason = known(view.alert.reason, NOTE_LIMIT);
  const theme = themeName(view);
  return line(
    reason !== undefined && `Why: ${sentence(reason)}`,
    reason !== undefined && theme !== undefined && ' ',
    theme !== undefined && `Theme: ${theme}.`,
  );
}

/** "Learnt from PM-7: ask before the third call. Part of post-mortem PM-9." */
function learnt({ lesson, postMortem }: AlertView): Line {
  const text = known(lesson?.text, NOTE_LIMIT);
  return line(
    lesson && text !== undefined && `Learnt from ${postMortemName(lesson.postMortem)}: ${sentence(text)}`,
    lesson && postMortem !== undefined && ' ',
    postMortem !== undefined && `Part of post-mortem ${postMortemName(postMortem)}.`,
  );
}

function ending({ alert, closedBy }: AlertView): Line {
  const note = known(alert.closingNote, NOTE_LIMIT);
  switch (alert.state) {
    case 'open':
    case 'claimed':
      return [];
    case 'resolved': {
      const cause = known(alert.rootCause, NOTE_LIMIT);
      const outcome = alert.outcome && OUTCOME_NAMES[alert.outcome];
      return line(
        outcome && sentence(note ? `${outcome}: ${note}` : outcome),
        outcome && cause && ' ',
        cause && `Cause: ${sentence(cause)}`,
      );
    }
    case 'dismissed':
      return note === undefined ? [] : line(closedBy && person(closedBy), closedBy && ': ', sentence(note));
  }
}
