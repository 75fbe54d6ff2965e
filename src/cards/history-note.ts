/** All that happened to an alert, for the one who asked: private, so it calls nobody, and short enough for one message. */
import { alertName } from '../domain/alert.js';
import type { AlertView, EventView } from '../domain/alert-view.js';
import { shorten } from '../domain/plain-text.js';
import { headline } from './headline.js';
import { historyEntry } from './history-entry.js';
import type { Note } from './note.js';
import { sentence } from './sentence.js';
import { clock, type Inline, line, strong } from './text.js';

/** With 300 characters a piece it stays under the 12,000 that a Slack message holds in blocks. */
const MOST_ENTRIES = 25;
const PIECE_LIMIT = 300;

/** `events`: oldest first. */
export function historyNote(view: AlertView, events: readonly EventView[]): Note {
  const shown = events.slice(-MOST_ENTRIES);
  const missing = events.length - shown.length;
  const entries = shown.flatMap((event) => {
    const told = historyEntry(event, view);
    return told ? [line(clock(event.at), ' · ', ...told.map(quiet))] : [];
  });
  return {
    lines: [
      line(strong(alertName(view.alert.number)), `: ${sentence(headline(view))}`),
      ...(missing > 0
        ? [line(`${missing} earlier ${missing === 1 ? 'entry is' : 'entries are'} left out here.`)]
        : []),
      ...entries,
    ],
  };
}

function quiet(piece: Inline): Inline {
  if (piece.kind === 'person') return { ...piece, mention: false };
  return piece.kind === 'text' ? { ...piece, text: shorten(piece.text, PIECE_LIMIT) } : piece;
}
