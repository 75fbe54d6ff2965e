import type { AskingActionId, TellingActionId } from '../../../cards/actions.js';
import type { Answers } from '../../../cards/form.js';
import { notAllowedNote } from '../../../cards/not-allowed-note.js';
import { line } from '../../../cards/text.js';
import type { Mend, Reply } from '../../../conversation/conversation.js';
import type { Staff } from '../../../domain/staff.js';
import type { Answer } from '../receive/answer.js';
import type { Acted } from '../receive/asked.js';
import { isDirectoryId, isTeamsId } from '../shapes.js';
import { CHOOSE_A_MEMBER, COULD_NOT_FIND_THEM, doneNote } from '../words.js';
import { findPerson } from './find-person.js';
import { mineOf } from './greet.js';
import { type HandlerDeps, whoAsks } from './handler-deps.js';

/** The fields in which somebody is chosen: the picker of Teams knows ids of the directory, everything else knows staff. */
export const PERSON_FIELDS: Readonly<Partial<Record<AskingActionId, string>>> = {
  reassign: 'to',
  add_item: 'owner',
  change_item: 'owner',
  send_to_review: 'reviewer',
};

/** A button, a form sent back, or a card that wants to be as it stands now. Throws what the conversation throws. */
export async function onActed(deps: HandlerDeps, acted: Acted): Promise<Answer> {
  const { data } = acted;
  // Whoever sees the card may see it as it stands.
  if (data.kind === 'refresh') return { kind: 'card', alert: data.alert };
  const person = await whoAsks(deps, acted);
  if (person.kind === 'barred') return { kind: 'note', note: notAllowedNote(person.standing) };
  if (data.kind === 'mine') return { kind: 'mine', note: await mineOf(deps, person.staff) };
  if (data.kind === 'share') {
    const note = await deps.conversation.share({ actor: person.staff, report: data.report });
    return { kind: 'note', note };
  }
  if (data.kind === 'telling') return onTelling(deps, { actor: person.staff, ...data });
  const { action, alert } = data;
  const then = async (reply: Reply): Promise<Answer> => {
    if (reply.kind !== 'done' || data.on === undefined) return answered(reply, alert);
    return data.on === 'mine'
      ? { kind: 'mine', note: await mineOf(deps, person.staff) }
      : { kind: 'note', note: doneNote(alert) };
  };
  if (data.kind === 'press') {
    return then(await deps.conversation.press({ actor: person.staff, action, alert }));
  }
  const form = { actor: person.staff, action: data.action, alert };
  const read = await withStaffIds(deps, acted, data.action, data.answers);
  if ('faults' in read) return mend(deps, form, data.answers, read.faults);
  const reply = await deps.conversation.submit({ ...form, answers: read.answers });
  if (reply.kind !== 'mend') return then(reply);
  const { faults } = reply;
  return reply.form
    ? { kind: 'form', form: reply.form, mend: { faults, answers: data.answers } }
    : mend(deps, form, data.answers, faults);
}

/** What somebody told us: what came of it, or the form once more. Throws what the conversation throws. */
export async function onTelling(
  { conversation }: Pick<HandlerDeps, 'conversation'>,
  told: { readonly actor: Staff; readonly action: TellingActionId; readonly answers: Answers },
): Promise<Answer> {
  const { actor, action, answers } = told;
  const reply = await conversation.tell({ actor, action, answers, on: 'teams' });
  switch (reply.kind) {
    case 'mend': {
      const { faults, form } = reply;
      if (form) return { kind: 'form', form, mend: { faults, answers } };
      return { kind: 'note', note: { lines: Object.values(faults).map((fault) => line(fault)) } };
    }
    case 'note':
      return { kind: 'note', note: reply.note };
    case 'form':
      return { kind: 'form', form: reply.form };
    case 'done':
      return { kind: 'note', note: doneNote() };
  }
}

function answered(reply: Reply, alert: number): Answer {
  switch (reply.kind) {
    case 'done':
      return reply.report ? { kind: 'report', report: reply.report } : { kind: 'card', alert };
    case 'note':
      return { kind: 'note', note: reply.note };
    case 'form':
      return { kind: 'form', form: reply.form };
  }
}

/** The form once more, with all that was given and the faults beside the fields; or why it may no longer be sent. */
async function mend(
  { conversation }: HandlerDeps,
  form: { readonly actor: Staff; readonly action: AskingActionId; readonly alert: number },
  answers: Answers,
  faults: Mend['faults'],
): Promise<Answer> {
  const reply = await conversation.press(form);
  if (reply.kind !== 'form') return answered(reply, form.alert);
  return { kind: 'form', form: reply.form, mend: { faults, answers } };
}

async function withStaffIds(
  deps: HandlerDeps,
  { conversation: here }: Acted,
  action: AskingActionId,
  answers: Answers,
): Promise<{ readonly answers: Answers } | { readonly faults: Mend['faults'] }> {
  const field = PERSON_FIELDS[action];
  const chosen = field === undefined ? undefined : answers[field];
  if (field === undefined || chosen === undefined) return { answers };
  if (!isDirectoryId(chosen) && !isTeamsId(chosen)) return { faults: { [field]: CHOOSE_A_MEMBER } };
  const person = await findPerson(deps, { id: chosen, here });
  if (person.kind === 'member') return { answers: { ...answers, [field]: person.staff.id } };
  return { faults: { [field]: person.standing === 'unknown' ? COULD_NOT_FIND_THEM : CHOOSE_A_MEMBER } };
}
