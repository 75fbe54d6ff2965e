import { alertName } from '../domain/alert.js';
import type { AlertView } from '../domain/alert-view.js';
import { cardButtons } from './card-buttons.js';
import type { Note } from './note.js';
import { line, strong } from './text.js';

/** All that stands behind “More” on a card, for platforms whose menu is too short for it. */
export function moreNote({ alert }: AlertView): Note {
  return {
    lines: [line('What else can be done about ', strong(alertName(alert.number)), ':')],
    buttons: cardButtons(alert).more.map((action) => ({ action, alert: alert.number })),
  };
}
