import { alertName } from '../../domain/alert.js';
import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import type { Note } from '../note.js';
import { line, strong } from '../text.js';

type Linked =
  | { readonly outcome: 'done' | 'there_before' | 'no_alert' }
  | { readonly outcome: 'part_of_another'; readonly postMortem: number }
  | { readonly outcome: 'refused' };

/** To whoever adds an alert to a post-mortem. */
export function linkedNote(
  linked: Linked,
  { alert, postMortem }: { readonly alert: number; readonly postMortem: number },
): Note {
  return {
    lines: [line(strong(alertName(alert)), words(linked, postMortemName(postMortem)))],
    ...(linked.outcome === 'done' && { buttons: [{ action: 'post_mortem', alert }] }),
  };
}

function words(linked: Linked, name: string): string {
  switch (linked.outcome) {
    case 'done':
      return ` is part of ${name} now: its timeline and its customer’s words stand in the document.`;
    case 'there_before':
      return ` is part of ${name} already. Nothing changed.`;
    case 'no_alert':
      return ` is no alert that I know. Nothing changed.`;
    case 'part_of_another':
      return ` is part of ${postMortemName(linked.postMortem)} already, and an alert belongs to one. Nothing changed.`;
    case 'refused':
      return ` was not added: ${name} is completed. Reopen it first.`;
  }
}
