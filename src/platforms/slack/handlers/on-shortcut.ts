import { TELLING_NAMES } from '../../../cards/actions.js';
import { notAllowedNote } from '../../../cards/not-allowed-note.js';
import { type Answer } from '../receive/answer.js';
import type { Shortcut } from '../receive/asked.js';
import { doneNote, shortcutTooLateNote } from '../words.js';
import type { HandlerDeps } from './handler-deps.js';
import { openForm } from './open-form.js';

/** An entry of the menu beside a message: opens the form with what the message says. Throws what the conversation throws. */
export async function onShortcut(
  deps: HandlerDeps,
  { userId, place, triggerId, action, message, authorId }: Shortcut,
  early: () => void,
): Promise<Answer> {
  const person = await deps.people.who(userId, early);
  if (person.kind === 'barred') return { kind: 'note', note: notAllowedNote(person.standing) };
  const begin = async () => {
    const author = authorId === undefined ? undefined : await deps.people.nameOf(authorId);
    return deps.conversation.begin({
      actor: person.staff,
      action,
      message: { ...message, ...(author !== undefined && { author }) },
    });
  };
  return openForm(
    deps,
    {
      place,
      triggerId,
      title: TELLING_NAMES[action],
      tooLate: shortcutTooLateNote(action),
      done: doneNote(undefined),
    },
    begin(),
    early,
  );
}
