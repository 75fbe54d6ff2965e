/** What is said to a typed line that cannot be acted on: what was not understood, and what would be. */
import { type Command, COMMANDS, type CommandName } from './commands.js';
import { known } from './known.js';
import type { Note } from './note.js';
import { command, type Inline, line } from './text.js';

const TYPED_LIMIT = 80;

/** `meant`: the nearest line that we know. `command`: the command it surely was. */
export function unknownNote(unknown: {
  readonly typed: string;
  readonly meant?: string;
  readonly command?: CommandName;
}): Note {
  const typed = `I don't know “${known(unknown.typed, TYPED_LIMIT) ?? 'that'}”.`;
  if (unknown.meant !== undefined)
    return { lines: [line(`${typed} Did you mean `, command(unknown.meant), '?')] };
  const surely: Command | undefined = COMMANDS.find(({ name }) => name === unknown.command);
  const instead = surely
    ? ['Try ', command(surely.example), '.']
    : [command('/cx-help'), ' lists what I understand.'];
  return { lines: [line(`${typed} `, ...instead)] };
}

/** A command that needs to be told which alert. */
export function whichAlertNote(): Note {
  return {
    lines: [
      line(
        'Which alert? For example ',
        command('/cx-claim CX-123'),
        '. ',
        command('/cx-alerts unclaimed'),
        ' shows those without an owner.',
      ),
    ],
  };
}

/** `/cx-alerts team` where it is not clear whose. `teams`: those to choose from. */
export function whichTeamNote(which: {
  readonly why: 'none' | 'several' | 'unknown';
  readonly teams: readonly string[];
  readonly typed?: string;
}): Note {
  const names = which.teams.slice(0, 20).map((team) => known(team, 80) ?? team);
  const [first = 'support'] = names;
  const choose: readonly (string | Inline)[] = ['for example ', command(`/cx-alerts team ${first}`), '.'];
  switch (which.why) {
    case 'several':
      return { lines: [line(`You are in ${listed(names)}. Say which: `, ...choose)] };
    case 'none':
      return {
        lines: [
          line(
            `This channel belongs to no team, and you are in none. Name one of ${listed(names)}: `,
            ...choose,
          ),
        ],
      };
    case 'unknown':
      return {
        lines: [
          line(
            `There is no team “${known(which.typed, TYPED_LIMIT) ?? 'of that name'}”. There is ${listed(names)}: `,
            ...choose,
          ),
        ],
      };
  }
}

/** "a, b and c". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
