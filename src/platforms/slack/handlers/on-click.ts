import { asksFirst, type AskingActionId } from '../../../cards/actions.js';
import { databaseAwayNote, OWN_FAULT_NOTE } from '../../../cards/database-away-note.js';
import { notAllowedNote } from '../../../cards/not-allowed-note.js';
import type { Note } from '../../../cards/note.js';
import { alertName } from '../../../domain/alert.js';
import type { Reply } from '../../../conversation/conversation.js';
import { DatabaseAway } from '../../../use-cases/failures.js';
import { type Answer, NOTHING } from '../receive/answer.js';
import type { Click } from '../receive/asked.js';
import { renderForm, renderNoteView } from '../render/render-form.js';
import { doneNote, formTooLateNote, LOADING_NOTE } from '../words.js';
import type { OpenView } from '../views.js';
import type { HandlerDeps } from './handler-deps.js';

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
  if (!asksFirst(action) || click.triggerId === undefined) {
    const answer = plainAnswer(await reply, { action, alert });
    if (answer.kind === 'done' && click.view?.type === 'home') await renewHome(deps, click, person.staff.id);
    return answer;
  }
  const place = { deps, click, triggerId: click.triggerId, action, alert };
  return (await isThereIn(deps.loadingMs, reply))
    ? openForm(place, await reply)
    : openThenFill(place, reply, early);
}

/** It is done, and would be shown within seconds anyway: who pressed need not wait for that. */
async function renewHome({ homes }: HandlerDeps, { userId }: Click, staffId: string): Promise<void> {
  await homes.opened({ userId, staffId }).catch(() => undefined);
}

interface Place {
  readonly deps: HandlerDeps;
  readonly click: Click;
  readonly triggerId: string;
  readonly action: AskingActionId;
  readonly alert: number;
}

function plainAnswer(reply: Reply, at: { readonly action: string; readonly alert: number }): Answer {
  switch (reply.kind) {
    case 'done':
      return { kind: 'done' };
    case 'note':
      return { kind: 'note', note: reply.note };
    case 'form':
      return { kind: 'note', note: formTooLateNote(at.alert, reply.form.action) };
  }
}

async function openForm({ deps, click, triggerId, action, alert }: Place, reply: Reply): Promise<Answer> {
  if (reply.kind !== 'form') return plainAnswer(reply, { action, alert });
  const opened = await deps.views.open(triggerId, renderForm(reply.form, click.place));
  return opened ? NOTHING : { kind: 'note', note: formTooLateNote(alert, action) };
}

/** The database is slow: the modal opens at once, and what it is to ask comes when it is there. */
async function openThenFill(place: Place, reply: Promise<Reply>, early: () => void): Promise<Answer> {
  const { deps, triggerId, alert, action } = place;
  const title = alertName(alert);
  const opened = await deps.views.open(triggerId, renderNoteView(title, LOADING_NOTE));
  if (!opened) return plainAnswer(await reply, { action, alert });
  early();
  try {
    await fill(place, opened, await reply);
  } catch (error) {
    const away = error instanceof DatabaseAway;
    const note = away ? databaseAwayNote({ uncertain: error.uncertain }) : OWN_FAULT_NOTE;
    await deps.views.show(opened, renderNoteView(title, note));
    if (!away) throw error;
  }
  return NOTHING;
}

async function fill({ deps, click, alert }: Place, opened: OpenView, reply: Reply): Promise<void> {
  const show = (note: Note): Promise<void> => deps.views.show(opened, renderNoteView(alertName(alert), note));
  switch (reply.kind) {
    case 'form':
      return deps.views.show(opened, renderForm(reply.form, click.place));
    case 'note':
      return show(reply.note);
    case 'done':
      return show(doneNote(alert));
  }
}

async function isThereIn(ms: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
