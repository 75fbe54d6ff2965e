import { asksFirst } from '../../../cards/actions.js';
import { OWN_FAULT_NOTE } from '../../../cards/database-away-note.js';
import { notAllowedNote } from '../../../cards/not-allowed-note.js';
import { alertName } from '../../../domain/alert.js';
import { type Answer, NOTHING } from '../receive/answer.js';
import type { Click } from '../receive/asked.js';
import { doneNote, formTooLateNote } from '../words.js';
import type { HandlerDeps } from './handler-deps.js';
import { openForm, plainAnswer } from './open-form.js';

/** A pressed button: acts, or opens the form that asks first. Throws what the conversation throws. */
export async function onClick(deps: HandlerDeps, click: Click, early: () => void): Promise<Answer> {
  const { pressed, shared } = click;
  if (!pressed && shared === undefined) return NOTHING;
  const person = await deps.people.who(click.userId, early);
  if (person.kind === 'barred') return { kind: 'note', note: notAllowedNote(person.standing) };
  if (shared !== undefined)
    return { kind: 'note', note: await deps.conversation.share({ actor: person.staff, report: shared }) };
  if (!pressed) return NOTHING;
  const reply = deps.conversation.press({ actor: person.staff, ...pressed });
  const { action, alert } = pressed;
  if (!asksFirst(action)) {
    const answer = plainAnswer(await reply, OWN_FAULT_NOTE);
    if (answer.kind === 'done' && click.view?.type === 'home') await renewHome(deps, click, person.staff.id);
    return answer;
  }
  return openForm(
    deps,
    {
      place: click.place,
      triggerId: click.triggerId,
      title: alertName(alert),
      tooLate: formTooLateNote(alert, action),
      done: doneNote(alert),
    },
    reply,
    early,
  );
}

/** It is done, and would be shown within seconds anyway: who pressed need not wait for that. */
async function renewHome({ homes }: HandlerDeps, { userId }: Click, staffId: string): Promise<void> {
  await homes.opened({ userId, staffId }).catch(() => undefined);
}
