import { alertName } from '../domain/alert.js';
import type { AlertView } from '../domain/alert-view.js';
import { ago } from './ago.js';
import { headline } from './headline.js';
import type { Note } from './note.js';
import { sentence } from './sentence.js';
import { clock, line, strong } from './text.js';

/** The answer to somebody who claimed by a typed command, away from the card. */
export function claimedNote(view: AlertView): Note {
  const { number, respondBy } = view.alert;
  return {
    lines: [
      line(strong(alertName(number)), ` is yours: ${sentence(headline(view))}`),
      line('Respond by ', clock(respondBy), ' (', ago(respondBy), ').'),
    ],
    buttons: [
      { action: 'resolve', alert: number },
      { action: 'release', alert: number },
    ],
  };
}
