import { notAllowedNote } from '../../../cards/not-allowed-note.js';
import type { Answer } from '../receive/answer.js';
import type { Dialogue } from '../receive/asked.js';
import { doneNote } from '../words.js';
import { findPerson } from './find-person.js';
import type { HandlerDeps } from './handler-deps.js';
import { onTelling } from './on-acted.js';

/** An entry of the menu beside a message: its form, and what came of it. Throws what the conversation throws. */
export async function onDialogue(deps: HandlerDeps, asked: Dialogue): Promise<Answer> {
  const { action, step } = asked;
  const person = await findPerson(deps, { id: asked.userId, here: asked.conversation });
  if (person.kind === 'barred') return { kind: 'note', note: notAllowedNote(person.standing) };
  const actor = person.staff;
  if (step.kind === 'sent') return onTelling(deps, { actor, action, answers: step.answers });
  const reply = await deps.conversation.begin({ actor, action, message: step.message });
  switch (reply.kind) {
    case 'form':
      return { kind: 'form', form: reply.form };
    case 'note':
      return { kind: 'note', note: reply.note };
    case 'done':
      return { kind: 'note', note: doneNote() };
  }
}
