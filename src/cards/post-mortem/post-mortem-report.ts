import { postMortemFigures } from '../../domain/narrative/told-figures.js';
import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import { written } from '../narrative/narrative-lines.js';
import type { Report } from '../report.js';
import { postMortemButtons } from './post-mortem-buttons.js';
import { postMortemLines } from './post-mortem-lines.js';
import { postMortemSubject, postMortemTitle } from './post-mortem-title.js';
import { POST_MORTEM_STATE_NAMES } from './section-names.js';

/** A post-mortem's card, as it stands in the team's channel. */
export function postMortemReport(view: PostMortemView): Report {
  const { number, state } = view.postMortem;
  const words = written(view.narrative, postMortemFigures(view));
  return {
    title: `Post-mortem ${postMortemTitle(view)}`,
    lines: postMortemLines(view),
    ...(words && { written: words }),
    buttons: postMortemButtons(view),
    postMortem: number,
    fallback: `Post-mortem ${postMortemName(number)}, ${POST_MORTEM_STATE_NAMES[state].toLowerCase()}: ${postMortemSubject(view)}.`,
  };
}
