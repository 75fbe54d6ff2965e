/** Why nothing changed in a post-mortem, and what can be done instead. */
import type { PostMortemRefusal } from '../../domain/post-mortem/change.js';
import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import { ago } from '../ago.js';
import type { Note } from '../note.js';
import { command, type Inline, line, person, strong } from '../text.js';

export function postMortemRefusalNote(reason: PostMortemRefusal, view: PostMortemView): Note {
  const name = strong(postMortemName(view.postMortem.number));
  const alert = view.postMortem.leadAlert;
  const buttons = reason === 'completed' ? (['reopen_post_mortem'] as const) : [];
  return {
    lines: [line(name, ': ', ...words(reason, view))],
    ...(buttons.length > 0 && { buttons: buttons.map((action) => ({ action, alert })) }),
  };
}

function words(reason: PostMortemRefusal, view: PostMortemView): readonly (string | Inline)[] {
  const { reviewer, completedBy, postMortem } = view;
  switch (reason) {
    case 'completed':
      return [
        'completed',
        ...(completedBy ? [' by ', person(completedBy)] : []),
        ...(postMortem.completedAt ? [' ', ago(postMortem.completedAt)] : []),
        '. Nothing changed: reopen it to write on, and say why.',
      ];
    case 'not_in_review':
      return ['it is a draft still. Send it to review first: somebody else reads it before it is completed.'];
    case 'not_reviewer':
      return [
        'only ',
        ...(reviewer ? [person(reviewer)] : ['its reviewer']),
        ', who was asked to read it, or the lead of the team can complete it. Nothing changed.',
      ];
    case 'nothing_learnt':
      return [
        'nothing stands under “What we would do differently” yet. Write one sentence there, such as “Call before the third mail.”: later cards of the same theme show it.',
      ];
    case 'with_them':
      return [...(reviewer ? [person(reviewer)] : ['They']), ' has it for review already. Nothing changed.'];
    case 'still_draft':
      return ['it is open already. Nothing changed.'];
  }
}

/** A button of a post-mortem that the alert is not part of any more, or a command about none. */
export function noPostMortemNote(alert: number): Note {
  return {
    lines: [
      line(`CX-${alert} has no post-mortem yet. `, command(`/cx-postmortem CX-${alert}`), ' opens one.'),
    ],
  };
}

export function whichPostMortemNote(typed: string): Note {
  return {
    lines: [
      line(
        `There is no post-mortem “${typed}”. Try `,
        command('/cx-postmortem'),
        ' for those that are open, or ',
        command('/cx-postmortem CX-123'),
        ' for the one of an alert.',
      ),
    ],
  };
}
