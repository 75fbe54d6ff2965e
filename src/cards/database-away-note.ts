/** What is said while the database is slow or away. "Nothing changed" only where that is sure. */
import type { Note } from './note.js';
import { line } from './text.js';

/** `uncertain`: the connection broke while the change was being committed. */
export function databaseAwayNote({ uncertain }: { readonly uncertain: boolean }): Note {
  return { lines: [line(uncertain ? MAYBE_CHANGED : NOTHING_CHANGED)] };
}

export const STILL_WORKING_NOTE: Note = {
  lines: [line('Still working: the database is slow just now. I will tell you here what came of it.')],
};

/** Said when something of ours failed that nobody foresaw. */
export const OWN_FAULT_NOTE: Note = {
  lines: [
    line(
      'Something went wrong on my side, and I cannot say whether anything changed. The card shows it; the log has the details.',
    ),
  ],
};

const NOTHING_CHANGED = 'Nothing changed: I could not reach the database. Try again in a moment.';
const MAYBE_CHANGED =
  'I lost the database just then and cannot say whether anything changed. Look at the card in a moment before you try again.';
