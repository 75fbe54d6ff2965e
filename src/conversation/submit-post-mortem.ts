import type { PostMortemFormActionId } from '../cards/actions.js';
import { ALL_POST_MORTEM_FORMS } from '../cards/all-post-mortem-forms.js';
import type { Answers } from '../cards/form.js';
import { itemDoneBeforeNote } from '../cards/post-mortem/item-done-note.js';
import { noPostMortemNote, postMortemRefusalNote } from '../cards/post-mortem/post-mortem-refusal-note.js';
import { unlinkedNote } from '../cards/post-mortem/unlinked-note.js';
import type { PostMortemWish } from '../cards/post-mortem-forms/post-mortem-form.js';
import type { PostMortemView } from '../domain/post-mortem/post-mortem-view.js';
import type { Staff } from '../domain/staff.js';
import { addActionItem } from '../use-cases/post-mortem/add-action-item.js';
import { changeActionItem } from '../use-cases/post-mortem/change-action-item.js';
import { changePostMortem } from '../use-cases/post-mortem/change-post-mortem.js';
import { finishActionItem } from '../use-cases/post-mortem/finish-action-item.js';
import { unlinkAlert } from '../use-cases/post-mortem/unlink-alert.js';
import { writeSection } from '../use-cases/post-mortem/write-section.js';
import type { ConversationDeps } from './conversation-deps.js';
import type { Mend, Reply } from './conversation.js';
import { postMortemReading } from './post-mortem-reading.js';
import { askSection, mendSection, rewrite } from './rewrite-section.js';
import { doneWith, postMortemOf } from './press-post-mortem.js';
import { zoneOf } from './zone-of.js';

export interface SentPostMortemForm {
  readonly actor: Staff;
  readonly alert: number;
  readonly action: PostMortemFormActionId;
  readonly answers: Answers;
}

const UNKNOWN_PERSON = 'I do not know this person as somebody who can act on alerts.';

/** A form of a post-mortem sent back: what is wrong with it, or what came of it. */
export async function submitPostMortem(
  deps: ConversationDeps,
  { actor, alert, action, answers }: SentPostMortemForm,
): Promise<Reply | Mend> {
  const view = await postMortemOf(deps, alert);
  if (!view) return { kind: 'note', note: noPostMortemNote(alert) };
  const read = ALL_POST_MORTEM_FORMS[action].read(answers, postMortemReading(deps, actor));
  if ('faults' in read)
    return action === 'rewrite_section'
      ? mendSection(view, answers, read.faults)
      : { kind: 'mend', faults: read.faults };
  return (await grant(deps, { view, actor, wish: read.wish })) ?? doneWith(deps, alert);
}

/** Undefined: it is done. */
async function grant(
  deps: ConversationDeps,
  {
    view,
    actor,
    wish,
  }: { readonly view: PostMortemView; readonly actor: Staff; readonly wish: PostMortemWish },
): Promise<Reply | Mend | undefined> {
  const postMortem = view.postMortem.number;
  const actorId = actor.id;
  switch (wish.verb) {
    case 'write': {
      const wrote = await writeSection(deps, { postMortem, actorId, section: wish.section, text: wish.text });
      if (wrote?.outcome === 'too_long')
        return {
          kind: 'mend',
          faults: {
            text: `With this the section has more than ${wrote.limit.toLocaleString('en-GB')} characters, which is all that it holds. Shorten this, or what stands there with “Rewrite”.`,
          },
        };
      return wrote?.outcome === 'refused'
        ? { kind: 'note', note: postMortemRefusalNote(wrote.reason, view) }
        : undefined;
    }
    case 'choose_section':
      return askSection(view, wish.section);
    case 'rewrite':
      return rewrite(deps, { view, actorId, wish });
    case 'change_item': {
      const staff = await deps.transaction((store) => store.listStaff());
      const { item, ownerId, dueOn } = wish;
      if (ownerId !== undefined && !staff.some(({ id }) => id === ownerId))
        return { kind: 'mend', faults: { owner: UNKNOWN_PERSON } };
      const changed = await changeActionItem(deps, {
        postMortem,
        item,
        actorId,
        ...(ownerId !== undefined && { ownerId }),
        ...(dueOn !== undefined && { dueOn }),
        timeZoneOf: (staffId) =>
          zoneOf(
            staff.find(({ id }) => id === staffId),
            deps,
          ),
      });
      return changed?.outcome === 'done_before' || changed?.outcome === 'no_item'
        ? { kind: 'note', note: itemDoneBeforeNote(changed) }
        : undefined;
    }
    case 'unlink': {
      const unlinked = await unlinkAlert(deps, { alert: wish.alert, postMortem, actorId });
      return unlinked && unlinked.outcome !== 'done'
        ? { kind: 'note', note: unlinkedNote(unlinked.outcome, { alert: wish.alert, postMortem }) }
        : undefined;
    }
    case 'add_item': {
      const { text, dueOn, partner, tracker, ownerId = actorId } = wish;
      const owner = await findMember(deps, ownerId);
      if (!owner) return { kind: 'mend', faults: { owner: UNKNOWN_PERSON } };
      const zone = zoneOf(owner, deps);
      await addActionItem(deps, {
        text,
        dueOn,
        ...(partner !== undefined && { partner }),
        ...(tracker !== undefined && { tracker }),
        postMortem,
        ownerId,
        actorId,
        timeZone: zone,
      });
      return undefined;
    }
    case 'finish_item': {
      const finished = await finishActionItem(deps, { postMortem, item: wish.item, actorId });
      return finished && finished.outcome !== 'done'
        ? { kind: 'note', note: itemDoneBeforeNote(finished) }
        : undefined;
    }
    case 'send_to_review':
    case 'complete':
    case 'reopen': {
      if (wish.verb === 'send_to_review' && !(await findMember(deps, wish.reviewer)))
        return { kind: 'mend', faults: { reviewer: UNKNOWN_PERSON } };
      const changed = await changePostMortem(deps, { postMortem, actor, change: wish });
      return changed?.outcome === 'refused'
        ? { kind: 'note', note: postMortemRefusalNote(changed.reason, changed.view) }
        : undefined;
    }
  }
}

/** Somebody who may act. */
async function findMember({ transaction }: ConversationDeps, id: string): Promise<Staff | undefined> {
  return (await transaction((store) => store.listStaff())).find((each) => each.id === id);
}
