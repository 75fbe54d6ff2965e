/** One message for several alerts, where more came at once than their channel takes cards. */
import { alertName } from '../domain/alert.js';
import type { AlertView } from '../domain/alert-view.js';
import { ago } from './ago.js';
import { cardLabel } from './card-label.js';
import { headline } from './headline.js';
import type { Note, NoteItem } from './note.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { clock, type Line, line, strong } from './text.js';

export interface RolledUp {
  readonly view: AlertView;
  /** Whether it has no card of its own, nor is one on its way. */
  readonly waits: boolean;
  /** Where its own card stands. */
  readonly link?: string;
}

export function rollUpNote(alerts: readonly RolledUp[]): Note {
  const waiting = alerts.filter(({ waits }) => waits).length;
  return { lines: [opening(alerts.length, waiting)], items: alerts.map(item), rollUp: true };
}

function opening(count: number, waiting: number): Line {
  const came =
    count === 1
      ? 'An alert came while this channel could not take its card.'
      : `${count} alerts came at once, more than this channel takes cards.`;
  if (waiting === 0) return line(came, ' Each has a card of its own now.');
  const wait = waiting === 1 ? '1 waits' : `${waiting} wait`;
  return line(
    strong(`${wait} to be claimed.`),
    ` ${came} Whoever claims one gets its card, with its thread, in this channel.`,
  );
}

function item(rolled: RolledUp): NoteItem {
  const { number } = rolled.view.alert;
  return rolled.waits
    ? { alert: number, line: waitingLine(rolled.view), buttons: ['claim'] }
    : { alert: number, line: ownCardLine(rolled), buttons: [] };
}

/** "High · CX-123 · respond by 10:40 (in 40 min) · ×3 · Maria Lopez at Acme gave 2 of 5". */
function waitingLine(view: AlertView): Line {
  const { number, severity, respondBy, signalCount } = view.alert;
  return line(
    strong(`${SEVERITY_NAMES[severity]} · ${alertName(number)}`),
    ' · respond by ',
    clock(respondBy),
    ' (',
    ago(respondBy),
    ')',
    signalCount > 1 && ` · ×${signalCount}`,
    ` · ${headline(view)}`,
  );
}

/** "CX-123 · Claimed by Kim · its card". */
function ownCardLine({ view, link }: RolledUp): Line {
  return line(
    strong(alertName(view.alert.number)),
    ` · ${cardLabel(view)} · `,
    link === undefined ? 'its card is in this channel' : { kind: 'link', text: 'its card', url: link },
  );
}
