import { expect, it } from 'vitest';
import { commandSlots } from '../../src/cards/command-slots.js';
import { COMMANDS } from '../../src/cards/commands.js';

it('what may follow a command is read from its usage', () => {
  expect(commandSlots({ usage: '[mine|unclaimed|team]' })).toEqual([
    { kind: 'words', words: ['mine', 'unclaimed', 'team'] },
  ]);
  expect(commandSlots({ usage: '[today|7d|from..to] [team] [source]' })).toEqual([
    { kind: 'words', words: ['today', '7d'] },
    { kind: 'team' },
    { kind: 'source' },
  ]);
  expect(commandSlots({ usage: '[CX-123] [PM-7]' })).toEqual([{ kind: 'alert' }, { kind: 'post_mortem' }]);
  expect(commandSlots({ usage: '<name, e-mail, id or CX-123>' })).toEqual([{ kind: 'customer' }]);
  expect(commandSlots({ usage: '<what happened>' })).toEqual([]);
  expect(commandSlots({ usage: '[what happened]' })).toEqual([]);
});

it.each(COMMANDS.map(({ name, usage, example }) => ({ name, usage, example })))(
  '$name: its example fills no more places than its usage has',
  ({ name, usage, example }) => {
    if (example !== name) expect(usage).not.toBe('');
    expect(commandSlots({ usage }).every((slot) => slot.kind !== 'words' || slot.words.length > 1)).toBe(
      true,
    );
  },
);
