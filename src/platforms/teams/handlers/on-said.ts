import { notAllowedNote } from '../../../cards/not-allowed-note.js';
import { parseCommand, type Typed } from '../../../conversation/parse-command.js';
import type { Answer } from '../receive/answer.js';
import type { Said } from '../receive/asked.js';
import { TEAMS_HELP, WRITE_TO_ME_FIRST } from '../words.js';
import { connectChannel, disconnectChannel, readBinding } from './bind-channel.js';
import { type HandlerDeps, whoAsks } from './handler-deps.js';

/** "@Earshot alerts mine": a command, typed in a channel, a group chat or to the bot alone. Throws what the conversation throws. */
export async function onSaid(deps: HandlerDeps, said: Said): Promise<Answer> {
  const person = await whoAsks(deps, said);
  if (person.kind === 'barred') {
    // Other bots speak too, and nobody has to tell them anything.
    return person.standing === 'bot'
      ? { kind: 'nothing' }
      : { kind: 'note', note: notAllowedNote(person.standing) };
  }
  const binding = readBinding(said.text);
  if (binding) {
    const note =
      binding.verb === 'connect'
        ? await connectChannel(deps, { said, team: binding.team, staffId: person.staff.id })
        : await disconnectChannel(deps, said);
    return { kind: 'note', note };
  }
  const typed = parseCommand(said.text);
  const { conversation } = said;
  const isPrivate = isForOneAlone(typed) && conversation.kind !== 'personal';
  // In a channel everybody reads the answer: this one goes to who asked, in their own chat with the bot.
  if (isPrivate && !(await deps.references.findPersonal(said.userId)))
    return { kind: 'note', note: WRITE_TO_ME_FIRST };
  const [team, ...others] = deps.references.teamsIn(conversation.id);
  const note = await deps.conversation.command({
    actor: person.staff,
    line: said.text,
    ...(team !== undefined && others.length === 0 && { team }),
    ...(conversation.kind === 'channel' && { place: { platform: 'teams', channel: conversation.id } }),
  });
  if (typed.kind === 'mine' && conversation.kind === 'personal') return { kind: 'mine', note };
  if (isPrivate) return { kind: 'note', note, privately: true };
  if (typed.kind !== 'help') return { kind: 'note', note };
  return { kind: 'note', note: { ...note, lines: [...note.lines, ...TEAMS_HELP] } };
}

/** Figures, all that a customer ever said, what one person has to do, and a form that one person fills in. */
function isForOneAlone(typed: Typed): boolean {
  return (
    ['summary', 'customer', 'mine', 'report'].includes(typed.kind) ||
    (typed.kind === 'alerts' && typed.show === 'mine')
  );
}
