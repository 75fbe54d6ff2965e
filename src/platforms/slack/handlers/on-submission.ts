import { notAllowedNote } from '../../../cards/not-allowed-note.js';
import type { Answers } from '../../../cards/form.js';
import type { Answer } from '../receive/answer.js';
import type { Submission } from '../receive/asked.js';
import { CHOOSE_A_MEMBER } from '../words.js';
import type { HandlerDeps } from './handler-deps.js';

/** A form sent back. Throws what the conversation throws. */
export async function onSubmission(deps: HandlerDeps, sent: Submission): Promise<Answer> {
  const person = await deps.people.who(sent.userId);
  if (person.kind === 'barred') return { kind: 'note', note: notAllowedNote(person.standing) };
  const read = await withStaffIds(deps, sent);
  if ('faults' in read) return { kind: 'faults', faults: read.faults };
  const { metadata } = sent;
  const given = { actor: person.staff, answers: read.answers };
  const outcome =
    metadata.alert === undefined
      ? await deps.conversation.tell({ ...given, action: metadata.action, on: 'slack' })
      : await deps.conversation.submit({ ...given, action: metadata.action, alert: metadata.alert });
  switch (outcome.kind) {
    case 'mend':
      return { kind: 'faults', faults: outcome.faults };
    case 'done':
      return { kind: 'done' };
    case 'note':
      return { kind: 'note', note: outcome.note };
    case 'form':
      return { kind: 'form', form: outcome.form };
  }
}

/** Slack's people picker knows Slack ids; everything else knows staff. */
async function withStaffIds(
  { people }: HandlerDeps,
  { answers, people: fields }: Submission,
): Promise<{ readonly answers: Answers } | { readonly faults: Readonly<Record<string, string>> }> {
  const chosen: Record<string, string> = {};
  const faults: Record<string, string> = {};
  for (const field of fields) {
    const person = await people.who(answers[field] ?? '');
    if (person.kind === 'member') chosen[field] = person.staff.id;
    else faults[field] = CHOOSE_A_MEMBER;
  }
  return Object.keys(faults).length > 0 ? { faults } : { answers: { ...answers, ...chosen } };
}
