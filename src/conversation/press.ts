import { type ActionId, asksFirst, type FormActionId, type PostMortemActionId } from '../cards/actions.js';
import { ALL_FORMS } from '../cards/all-forms.js';
import { historyNote } from '../cards/history-note.js';
import { moreNote } from '../cards/more-note.js';
import { notFoundNote } from '../cards/refusal-note.js';
import type { AlertView } from '../domain/alert-view.js';
import { isRefused } from '../domain/changes/change.js';
import { decide } from '../domain/changes/decide.js';
import type { Staff } from '../domain/staff.js';
import { changeAlert } from '../use-cases/change-alert.js';
import { answer } from './answer.js';
import type { ConversationDeps } from './conversation-deps.js';
import type { Reply } from './conversation.js';
import { nextHours } from './next-hours.js';
import { trialChange } from './trial-change.js';
import { zoneOf } from './zone-of.js';

export interface Click {
  readonly actor: Staff;
  readonly alert: number;
  readonly action: Exclude<ActionId, PostMortemActionId>;
}

/** A button: acts, shows the history, or asks first. A form is shown only for what may still be done. */
export async function press(deps: ConversationDeps, { actor, alert, action }: Click): Promise<Reply> {
  if (action === 'history') return tellHistory(deps, alert);
  if (action === 'more_actions') return tellMore(deps, alert);
  if (asksFirst(action)) {
    const view = await deps.transaction((store) => store.viewAlert(alert));
    return view ? ask(deps, { actor, action, view }) : { kind: 'note', note: notFoundNote(alert) };
  }
  const result = await changeAlert(deps, { alert, actorId: actor.id, change: { verb: action } });
  return answer(result, { actor, action });
}

async function tellMore(deps: ConversationDeps, alert: number): Promise<Reply> {
  const view = await deps.transaction((store) => store.viewAlert(alert));
  return { kind: 'note', note: view ? moreNote(view) : notFoundNote(alert) };
}

async function tellHistory(deps: ConversationDeps, alert: number): Promise<Reply> {
  const read = await deps.transaction(async (store) => {
    const view = await store.viewAlert(alert);
    return view && { view, events: await store.history(alert) };
  });
  return { kind: 'note', note: read ? historyNote(read.view, read.events) : notFoundNote(alert) };
}

/** The form, or at once the refusal that would come of it. */
export function ask(
  deps: Pick<ConversationDeps, 'clock' | 'policy' | 'timeZone'>,
  asked: { readonly actor: Staff; readonly action: FormActionId; readonly view: AlertView },
): Reply {
  const { actor, action, view } = asked;
  const verdict = decide(
    { alert: view.alert, actorId: actor.id, at: deps.clock() },
    trialChange(action, view),
    { tier: view.account?.tier, policy: deps.policy },
  );
  if (isRefused(verdict))
    return answer({ outcome: 'refused', reason: verdict.refused, view }, { actor, action });
  return { kind: 'form', form: ALL_FORMS[action].ask(view, zoneOf(actor, deps), nextHours(deps, view)) };
}
