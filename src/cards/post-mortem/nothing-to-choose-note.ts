import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import type { Note } from '../note.js';
import { line, strong } from '../text.js';

/** To whoever presses what was offered before the last one was ticked off or taken out. */
export function nothingToChooseNote(
  left: 'actions' | 'alerts',
  { postMortem }: Pick<PostMortemView, 'postMortem'>,
): Note {
  const words =
    left === 'actions'
      ? ': every action in it is ticked off already. Nothing changed.'
      : ': there is no other alert in it. Nothing changed.';
  return { lines: [line(strong(postMortemName(postMortem.number)), words)] };
}
