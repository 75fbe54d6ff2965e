import { type Command, COMMANDS } from './commands.js';
import type { Note } from './note.js';
import { command, line } from './text.js';

/** What Earshot understands, one command a line. */
export function helpNote(): Note {
  return {
    lines: [
      line('Earshot brings what customers say to the people who can act on it. You can type:'),
      ...COMMANDS.map(({ name, usage, description }: Command) =>
        line(command(`${name} ${usage}`.trim(), 'strong'), ` · ${description}`),
      ),
      line(
        'On a card, Claim makes it yours, Resolve closes it with what came of it, and Not an issue sets it aside.',
      ),
    ],
  };
}
