/** What became of what was to be changed, in the lines of a summary and of a digest. */
import type { Summary } from '../../domain/figures/summary.js';
import { known } from '../known.js';
import { command, type Line, line, person, strong } from '../text.js';
import { daysLate } from './post-mortem-note.js';

const TEXT_LIMIT = 100;

/** "Overdue “Refund review queue” (Post-mortem 7), 3 days · Kim" and "Actions 4 of 5 done that were due". */
export function actionLines({ actions }: Pick<Summary, 'actions'>): readonly Line[] {
  if (!actions) return [];
  const { due, done, overdue, late, today } = actions;
  const left = overdue - late.length;
  return [
    ...(due > 0 ? [line(strong('Actions'), ` ${done} of ${due} done that were due`)] : []),
    ...late.map(({ item, owner }) =>
      line(
        strong('Overdue'),
        ` “${known(item.text, TEXT_LIMIT) ?? 'An action'}” (Post-mortem ${item.postMortem}), ${daysLate(item.dueOn, today)} · `,
        person(owner),
      ),
    ),
    ...(left > 0
      ? [line(strong('Overdue'), ` ${left} more: `, command('/cx-postmortem'), ' lists them')]
      : []),
  ];
}
