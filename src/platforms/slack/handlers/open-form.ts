import { databaseAwayNote, OWN_FAULT_NOTE } from '../../../cards/database-away-note.js';
import type { Note } from '../../../cards/note.js';
import type { Reply } from '../../../conversation/conversation.js';
import { DatabaseAway } from '../../../use-cases/failures.js';
import { type Answer, NOTHING } from '../receive/answer.js';
import type { FormPlace } from '../render/form-metadata.js';
import { renderForm, renderNoteView } from '../render/render-form.js';
import type { OpenView } from '../views.js';
import { LOADING_NOTE } from '../words.js';
import type { HandlerDeps } from './handler-deps.js';

export interface Opening {
  /** Where private answers go when the form has been sent. */
  readonly place: FormPlace;
  /** Absent: Slack lets no form be opened. */
  readonly triggerId: string | undefined;
  /** Of the modal while it says something. */
  readonly title: string;
  /** Said where Slack would not open a form. */
  readonly tooLate: Note;
  /** Said in the modal where nothing was to be asked. */
  readonly done: Note;
}

type Deps = Pick<HandlerDeps, 'views' | 'loadingMs'>;

/** Shows the form that `reply` brings, or says what came instead. Throws what `reply` throws. */
export async function openForm(
  deps: Deps,
  opening: Opening,
  reply: Promise<Reply>,
  early: () => void,
): Promise<Answer> {
  const { triggerId } = opening;
  if (triggerId === undefined) return plainAnswer(await reply, opening.tooLate);
  return (await isThereIn(deps.loadingMs, reply))
    ? openAtOnce(deps, { ...opening, triggerId }, await reply)
    : openThenFill(deps, { ...opening, triggerId }, reply, early);
}

/** Where no form can be shown; `instead` is said for one. */
export function plainAnswer(reply: Reply, instead: Note): Answer {
  switch (reply.kind) {
    case 'done':
      return { kind: 'done' };
    case 'note':
      return { kind: 'note', note: reply.note };
    case 'form':
      return { kind: 'note', note: instead };
  }
}

type Openable = Opening & { readonly triggerId: string };

async function openAtOnce(
  { views }: Deps,
  { triggerId, place, tooLate }: Openable,
  reply: Reply,
): Promise<Answer> {
  if (reply.kind !== 'form') return plainAnswer(reply, tooLate);
  const opened = await views.open(triggerId, renderForm(reply.form, place));
  return opened ? NOTHING : { kind: 'note', note: tooLate };
}

/** The database is slow: the modal opens at once, and what it is to ask comes when it is there. */
async function openThenFill(
  deps: Deps,
  opening: Openable,
  reply: Promise<Reply>,
  early: () => void,
): Promise<Answer> {
  const { views } = deps;
  const { triggerId, title, tooLate } = opening;
  const opened = await views.open(triggerId, renderNoteView(title, LOADING_NOTE));
  if (!opened) return plainAnswer(await reply, tooLate);
  early();
  try {
    return await fill(deps, opening, opened, await reply);
  } catch (error) {
    const away = error instanceof DatabaseAway;
    const note = away ? databaseAwayNote({ uncertain: error.uncertain }) : OWN_FAULT_NOTE;
    await views.show(opened, renderNoteView(title, note));
    if (!away) throw error;
  }
  return NOTHING;
}

/** What the person closed before it was there is said where they were, unless it is a form that they want no more. */
async function fill(
  { views }: Deps,
  { title, place, done }: Opening,
  opened: OpenView,
  reply: Reply,
): Promise<Answer> {
  if (reply.kind === 'form') {
    await views.show(opened, renderForm(reply.form, place));
    return NOTHING;
  }
  const note = reply.kind === 'done' ? done : reply.note;
  return (await views.show(opened, renderNoteView(title, note))) ? NOTHING : { kind: 'note', note };
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
