import type { Note } from '../cards/note.js';
import { linkedNote } from '../cards/post-mortem/linked-note.js';
import { postMortemNote, postMortemsNote } from '../cards/post-mortem/post-mortem-note.js';
import { noPostMortemNote, whichPostMortemNote } from '../cards/post-mortem/post-mortem-refusal-note.js';
import { unlinkedNote } from '../cards/post-mortem/unlinked-note.js';
import { notFoundNote } from '../cards/refusal-note.js';
import { postMortemName } from '../domain/post-mortem/post-mortem.js';
import type { Staff } from '../domain/staff.js';
import { dayAt } from '../domain/zoned-time.js';
import { linkAlert } from '../use-cases/post-mortem/link-alert.js';
import { openPostMortem } from '../use-cases/post-mortem/open-post-mortem.js';
import { unlinkAlert } from '../use-cases/post-mortem/unlink-alert.js';
import type { ConversationDeps } from './conversation-deps.js';
import { postMortemOf } from './press-post-mortem.js';
import { postMortemReading } from './post-mortem-reading.js';

const MOST_LISTED = 8;
const MOST_OVERDUE = 10;

/** `/cx-postmortem`: of an alert, by its own number, one more alert into it, or all that are open. */
export async function postMortemCommand(
  deps: ConversationDeps,
  actor: Staff,
  { alert, postMortem, out }: { readonly alert?: number; readonly postMortem?: number; readonly out?: true },
): Promise<Note> {
  if (alert !== undefined && out) return takeOut(deps, actor, { alert, postMortem });
  if (alert !== undefined && postMortem !== undefined) {
    const linked = await linkAlert(deps, { alert, postMortem, actorId: actor.id });
    return linked
      ? linkedNote(linked, { alert, postMortem })
      : whichPostMortemNote(postMortemName(postMortem));
  }
  if (alert !== undefined) {
    const opened = await openPostMortem(deps, { alert, actorId: actor.id });
    return opened.outcome === 'no_alert'
      ? notFoundNote(alert)
      : postMortemNote(opened.view, opened.outcome === 'opened');
  }
  if (postMortem !== undefined) {
    const view = await deps.transaction((store) => store.viewPostMortem(postMortem));
    return view ? postMortemNote(view, false) : whichPostMortemNote(postMortemName(postMortem));
  }
  const { now, timeZone } = postMortemReading(deps, actor);
  const today = dayAt(now, timeZone);
  const [unfinished, overdue] = await deps.transaction((store) =>
    Promise.all([store.unfinishedPostMortems(MOST_LISTED), store.overdueItems(today, MOST_OVERDUE)]),
  );
  return postMortemsNote({ ...unfinished, overdue, today });
}

/** The post-mortem need not be named: an alert belongs to one. */
async function takeOut(
  deps: ConversationDeps,
  actor: Staff,
  { alert, postMortem: named }: { readonly alert: number; readonly postMortem: number | undefined },
): Promise<Note> {
  const postMortem = named ?? (await postMortemOf(deps, alert))?.postMortem.number;
  if (postMortem === undefined) return noPostMortemNote(alert);
  const unlinked = await unlinkAlert(deps, { alert, postMortem, actorId: actor.id });
  return unlinked
    ? unlinkedNote(unlinked.outcome, { alert, postMortem })
    : whichPostMortemNote(postMortemName(postMortem));
}
