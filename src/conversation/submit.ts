import type { FormActionId } from '../cards/actions.js';
import { ALL_FORMS } from '../cards/all-forms.js';
import type { Answers } from '../cards/form.js';
import { notFoundNote } from '../cards/refusal-note.js';
import type { Change } from '../domain/changes/change.js';
import type { Staff } from '../domain/staff.js';
import { changeAlert } from '../use-cases/change-alert.js';
import { answer } from './answer.js';
import type { ConversationDeps } from './conversation-deps.js';
import type { Mend, Reply } from './conversation.js';
import { nextHours } from './next-hours.js';
import { zoneOf } from './zone-of.js';

export interface SentForm {
  readonly actor: Staff;
  readonly alert: number;
  readonly action: FormActionId;
  readonly answers: Answers;
}

/** A form sent back: what is wrong with it, or what came of it. */
export async function submit(
  deps: ConversationDeps,
  { actor, alert, action, answers }: SentForm,
): Promise<Reply | Mend> {
  const view = await deps.transaction((store) => store.viewAlert(alert));
  if (!view) return { kind: 'note', note: notFoundNote(alert) };
  const read = ALL_FORMS[action].read(answers, {
    now: deps.clock(),
    timeZone: zoneOf(actor, deps),
    view,
    nextHours: nextHours(deps, view),
  });
  if ('faults' in read) return { kind: 'mend', faults: read.faults };
  if (!(await knowsWhom(deps, read.change)))
    return { kind: 'mend', faults: { to: 'I do not know this person as somebody who can act on alerts.' } };
  const result = await changeAlert(deps, { alert, actorId: actor.id, change: read.change });
  return answer(result, { actor, action });
}

/** Whether the person it is handed to is one who may act. */
async function knowsWhom(deps: ConversationDeps, change: Change): Promise<boolean> {
  if (change.verb !== 'reassign') return true;
  const staff = await deps.transaction((store) => store.listStaff());
  return staff.some(({ id }) => id === change.to);
}
