import { ago } from '../ago.js';
import type { Note } from '../note.js';
import { line } from '../text.js';

/** To whoever ticks off what is not there to be ticked off. */
export function itemDoneBeforeNote(
  finished: { readonly outcome: 'done_before'; readonly at: Date } | { readonly outcome: 'no_item' },
): Note {
  if (finished.outcome === 'no_item')
    return { lines: [line('There is no such action in this post-mortem. Nothing changed.')] };
  return { lines: [line('This was ticked off ', ago(finished.at), ' already. Nothing changed.')] };
}
