/** What Teams suggests to whoever types “@Earshot” or writes to the bot: https://learn.microsoft.com/microsoft-365/extensibility/schema/root-bots-command-lists */
import type { Command } from '../../../cards/commands.js';
import { typedLine } from '../typed-line.js';

/** Where a bot can be spoken to. */
export const SCOPES = ['team', 'groupChat', 'personal'] as const;
export type Scope = (typeof SCOPES)[number];

/** The schema of 1.29 allows a list 12; its 128 and 4,000 characters were 32 and 128 before, and a list is read at a glance. */
const MOST_COMMANDS = 12;
const LONGEST_TITLE_CHARACTERS = 32;
const LONGEST_DESCRIPTION_CHARACTERS = 128;

interface OwnCommand {
  /** As it is typed after the bot's name. */
  readonly word: string;
  readonly description: string;
  readonly example: string;
  readonly scopes: readonly Scope[];
}

/** What can be typed on Teams only: a channel there has no name that a configuration could name. */
export const TEAMS_COMMANDS: readonly OwnCommand[] = [
  {
    word: 'connect',
    description: "Brings a team's alerts into this channel.",
    example: 'connect support',
    scopes: ['team'],
  },
  {
    word: 'disconnect',
    description: 'Brings no more alerts into this channel.',
    example: 'disconnect',
    scopes: ['team'],
  },
];

interface ListedCommand {
  readonly title: string;
  readonly description: string;
}

/** Help comes last and always: it names the commands for which there was no room. */
export function commandLists(
  commands: readonly Command[],
): readonly { readonly scopes: readonly Scope[]; readonly commands: readonly ListedCommand[] }[] {
  const shared = commands.map((command) => ({
    ...command,
    word: typedLine(command.name),
    example: typedLine(command.example),
  }));
  const help = shared.filter(({ word }) => word === 'help');
  const others = shared.filter(({ word }) => word !== 'help');
  return SCOPES.map((scope) => {
    const own = TEAMS_COMMANDS.filter(({ scopes }) => scopes.includes(scope));
    const room = MOST_COMMANDS - own.length - help.length;
    return { scopes: [scope], commands: [...others.slice(0, room), ...own, ...help].map(listed) };
  });
}

function listed(command: Pick<OwnCommand, 'word' | 'description' | 'example'>): ListedCommand {
  const { word, description, example } = command;
  const whole = example === word ? description : `${description} Say: ${example}`;
  return {
    title: cut(word, LONGEST_TITLE_CHARACTERS),
    description: cut(
      whole.length <= LONGEST_DESCRIPTION_CHARACTERS ? whole : description,
      LONGEST_DESCRIPTION_CHARACTERS,
    ),
  };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
