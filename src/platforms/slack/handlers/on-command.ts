import { notAllowedNote } from '../../../cards/not-allowed-note.js';
import { type Answer, NOTHING } from '../receive/answer.js';
import type { Command } from '../receive/asked.js';
import { renderForm } from '../render/render-form.js';
import { placeToPost } from '../place-to-post.js';
import type { HandlerDeps } from './handler-deps.js';

/** A slash command, answered privately. Throws what the conversation throws. */
export async function onCommand(deps: HandlerDeps, command: Command, early: () => void): Promise<Answer> {
  const person = await deps.people.who(command.userId, early);
  if (person.kind === 'barred') return { kind: 'note', note: notAllowedNote(person.standing) };
  const { channel } = command.place;
  const team = channel === undefined ? undefined : deps.teamOf(channel);
  const note = await deps.conversation.command({
    actor: person.staff,
    line: command.line,
    ...(team !== undefined && { team }),
    ...placeToPost(channel),
  });
  if (!note.opens || command.triggerId === undefined) return { kind: 'note', note };
  // A trigger works once and for three seconds: where it does not, the words say what to do.
  const { opens: form, ...tooLate } = note;
  const opened = await deps.views.open(command.triggerId, renderForm(form, command.place));
  return opened ? NOTHING : { kind: 'note', note: tooLate };
}
