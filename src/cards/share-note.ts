/** What is said to whoever shares a summary. */
import { ago } from './ago.js';
import type { Note } from './note.js';
import { command, line } from './text.js';

export function sharedNote(shared: {
  readonly outcome: 'shared' | 'shared_before';
  readonly at: Date;
}): Note {
  if (shared.outcome === 'shared') return { lines: [line('Shared: it stands in the channel you asked in.')] };
  return { lines: [line('You shared this ', ago(shared.at), '. It is not posted twice.')] };
}

/** A summary that is a day old, or that somebody else asked for. */
export function nothingToShareNote(): Note {
  return {
    lines: [
      line(
        'This summary can no longer be shared: nothing was posted. Ask anew, for example ',
        command('/cx-summary 7d'),
        '.',
      ),
    ],
  };
}
