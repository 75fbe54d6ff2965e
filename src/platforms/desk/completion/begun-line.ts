/** How far a typed line has got: at the command's name, or at a word behind it. */
import { commandSlots, type Slot } from '../../../cards/command-slots.js';
import { type Command, COMMANDS } from '../../../cards/commands.js';

export type BegunLine =
  | { readonly kind: 'command'; readonly typed: string }
  | {
      readonly kind: 'argument';
      readonly command: Command;
      /** The whole words behind the name, in lower case. */
      readonly given: readonly string[];
      /** What of the next word stands there, as typed. */
      readonly typed: string;
      /** All that stands behind the name, as typed. */
      readonly rest: string;
      readonly slots: readonly Slot[];
    };

const NAME_ONLY = /^\s*\/?(?:cx-?)?(\p{L}*)$/iu;
const NAME_AND_MORE = /^\s*\/?(?:cx-)?(\p{L}+)\s+(.*)$/isu;

/** Undefined where no command is being typed. As forgiving of slash and case as the reading of a whole line is. */
export function begunLine(line: string): BegunLine | undefined {
  const name = NAME_ONLY.exec(line)?.[1];
  if (name !== undefined) return { kind: 'command', typed: nameless(name) };
  const [, word = '', rest = ''] = NAME_AND_MORE.exec(line) ?? [];
  const command = COMMANDS.find((each) => each.name === `/cx-${word.toLowerCase()}`);
  if (!command) return undefined;
  const words = rest.split(/\s+/u);
  return {
    kind: 'argument',
    command,
    given: words.slice(0, -1).map((each) => each.toLowerCase()),
    typed: words.at(-1) ?? '',
    rest: rest.trimStart(),
    slots: commandSlots(command),
  };
}

/** `c` and `cx` are the beginning of every command. */
function nameless(name: string): string {
  const lower = name.toLowerCase();
  return lower === 'cx' ? '' : lower;
}
