import { alertName } from '../../domain/alert.js';
import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import type { Note } from '../note.js';
import { line, strong } from '../text.js';

/** To whoever takes an alert out of a post-mortem. */
export function unlinkedNote(
  outcome: 'done' | 'no_part' | 'lead' | 'completed',
  { alert, postMortem }: { readonly alert: number; readonly postMortem: number },
): Note {
  return { lines: [line(strong(alertName(alert)), words(outcome, postMortemName(postMortem)))] };
}

function words(outcome: Parameters<typeof unlinkedNote>[0], name: string): string {
  switch (outcome) {
    case 'done':
      return ` is no part of ${name} any more.`;
    case 'no_part':
      return ` is no part of ${name}. Nothing changed.`;
    case 'lead':
      return ` is what ${name} was opened for, so it stays. Nothing changed.`;
    case 'completed':
      return ` was not taken out: ${name} is completed. Reopen it first.`;
  }
}
