/** Private answers about a post-mortem: as it stands with what can be done, and lists. */
import { alertName } from '../../domain/alert.js';
import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import type { ActionItemView, PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import { type Day, daysBetween } from '../../domain/zoned-time.js';
import { known } from '../known.js';
import type { Note } from '../note.js';
import { command, type Line, line, person, strong } from '../text.js';
import { postMortemButtons } from './post-mortem-buttons.js';
import { postMortemLines } from './post-mortem-lines.js';
import { postMortemSubject, postMortemTitle } from './post-mortem-title.js';
import { POST_MORTEM_STATE_NAMES } from './section-names.js';

const SUBJECT_CHARS = 120;

/** `opened`: it was made just now. */
export function postMortemNote(view: PostMortemView, opened: boolean): Note {
  const { number } = view.postMortem;
  return {
    lines: [
      line(strong(postMortemTitle(view))),
      ...(opened
        ? [
            line(
              'Opened just now, with its timeline and the customers’ words. It has a card in the channel of its team.',
            ),
          ]
        : []),
      ...postMortemLines(view),
      line(`The whole document is on the desk, under Post-mortems: ${postMortemName(number)}.`),
    ],
    buttons: postMortemButtons(view),
    postMortem: number,
  };
}

/** `/cx-postmortem` alone. */
export function postMortemsNote({
  views,
  total,
  overdue,
  today,
}: {
  readonly views: readonly PostMortemView[];
  readonly total: number;
  readonly overdue: readonly ActionItemView[];
  readonly today: Day;
}): Note {
  const late = overdue.map((each) => overdueLine(each, today));
  if (views.length === 0)
    return {
      lines: [
        line('No post-mortem is open. ', command('/cx-postmortem CX-123'), ' opens the one of an alert.'),
        ...(late.length > 0 ? [line(strong('Overdue actions')), ...late] : []),
      ],
    };
  return {
    lines: [
      line(
        total === 1 ? '1 post-mortem is open' : `${total} post-mortems are open`,
        total > views.length ? `; the newest ${views.length}:` : ':',
      ),
    ],
    items: views.map((view) => ({
      alert: view.postMortem.leadAlert,
      line: listLine(view),
      buttons: ['post_mortem', 'write_section'],
    })),
    ...(late.length > 0 && { after: [line(strong('Overdue actions')), ...late] }),
  };
}

function listLine(view: PostMortemView): Line {
  const { number, state, leadAlert } = view.postMortem;
  return line(
    strong(postMortemName(number)),
    ` · ${POST_MORTEM_STATE_NAMES[state]} · ${alertName(leadAlert)} · ${known(postMortemSubject(view), SUBJECT_CHARS) ?? ''}`,
  );
}

/** "“Refund review queue” (PM-7), 3 days · Kim". */
function overdueLine({ item, owner }: ActionItemView, today: Day): Line {
  return line(
    `“${known(item.text, SUBJECT_CHARS) ?? 'An action'}” (${postMortemName(item.postMortem)}), ${daysLate(item.dueOn, today)} · `,
    person(owner),
  );
}

/** "3 days". */
export function daysLate(dueOn: Day, today: Day): string {
  const days = daysBetween(dueOn, today);
  return days === 1 ? '1 day' : `${days} days`;
}
