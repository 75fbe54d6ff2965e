import type { PostMortemActionId } from '../cards/actions.js';
import { isPostMortemForm } from '../cards/actions.js';
import { ALL_POST_MORTEM_FORMS } from '../cards/all-post-mortem-forms.js';
import { nothingToChooseNote } from '../cards/post-mortem/nothing-to-choose-note.js';
import { postMortemNote } from '../cards/post-mortem/post-mortem-note.js';
import { noPostMortemNote, postMortemRefusalNote } from '../cards/post-mortem/post-mortem-refusal-note.js';
import { postMortemReport } from '../cards/post-mortem/post-mortem-report.js';
import { notFoundNote } from '../cards/refusal-note.js';
import type { PostMortemView } from '../domain/post-mortem/post-mortem-view.js';
import type { Staff } from '../domain/staff.js';
import { changePostMortem } from '../use-cases/post-mortem/change-post-mortem.js';
import { openPostMortem } from '../use-cases/post-mortem/open-post-mortem.js';
import type { ConversationDeps } from './conversation-deps.js';
import type { Reply } from './conversation.js';
import { postMortemReading } from './post-mortem-reading.js';

interface Pressed {
  readonly actor: Staff;
  readonly alert: number;
  readonly action: PostMortemActionId;
}

/** A button of a post-mortem, or the one that opens it. The button names an alert that is part of it. */
export async function pressPostMortem(deps: ConversationDeps, pressed: Pressed): Promise<Reply> {
  const { actor, alert, action } = pressed;
  if (action === 'post_mortem') {
    const opened = await openPostMortem(deps, { alert, actorId: actor.id });
    const note =
      opened.outcome === 'no_alert'
        ? notFoundNote(alert)
        : postMortemNote(opened.view, opened.outcome === 'opened');
    return { kind: 'note', note };
  }
  const view = await postMortemOf(deps, alert);
  if (!view) return { kind: 'note', note: noPostMortemNote(alert) };
  if (isPostMortemForm(action)) {
    const refused = refusedAtOnce(action, view);
    if (refused) return refused;
    const form = ALL_POST_MORTEM_FORMS[action].ask(view, postMortemReading(deps, actor));
    // No platform shows a choice of nothing.
    const isEmpty = form.fields.some((field) => field.kind === 'choice' && field.options.length === 0);
    if (!isEmpty) return { kind: 'form', form };
    return {
      kind: 'note',
      note: nothingToChooseNote(action === 'unlink_alert' ? 'alerts' : 'actions', view),
    };
  }
  if (action === 'show_post_mortem') return { kind: 'done', report: postMortemReport(view) };
  const changed = await changePostMortem(deps, {
    postMortem: view.postMortem.number,
    actor,
    change: { verb: 'complete' },
  });
  if (changed?.outcome === 'refused')
    return { kind: 'note', note: postMortemRefusalNote(changed.reason, changed.view) };
  return doneWith(deps, alert);
}

const NOT_WHEN_COMPLETED: ReadonlySet<PostMortemActionId> = new Set([
  'write_section',
  'rewrite_section',
  'send_to_review',
  'unlink_alert',
]);

/** Nobody fills in a form in vain. */
function refusedAtOnce(action: PostMortemActionId, view: PostMortemView): Reply | undefined {
  const { state } = view.postMortem;
  const reason =
    state === 'completed' && NOT_WHEN_COMPLETED.has(action)
      ? 'completed'
      : state === 'draft' && action === 'reopen_post_mortem'
        ? 'still_draft'
        : undefined;
  return reason && { kind: 'note', note: postMortemRefusalNote(reason, view) };
}

/** Of the alert; undefined where it is part of none. */
export async function postMortemOf(
  deps: Pick<ConversationDeps, 'transaction'>,
  alert: number,
): Promise<PostMortemView | undefined> {
  return deps.transaction(async (store) => {
    const number = (await store.viewAlert(alert))?.postMortem;
    return number === undefined ? undefined : store.viewPostMortem(number);
  });
}

/** Done, with the card as it stands now for those who look at nothing else. */
export async function doneWith(deps: ConversationDeps, alert: number): Promise<Reply> {
  const view = await postMortemOf(deps, alert);
  return { kind: 'done', ...(view && { report: postMortemReport(view) }) };
}
