/**
 * Brings an answer to the person in the way that is open when it is there: with the acknowledgement while Slack waits for it,
 * afterwards through the response_url, the open modal, or an ephemeral message.
 */
import { TELLING_NAMES } from '../../../cards/actions.js';
import { LOOKING_UP_NOTE } from '../../../cards/not-allowed-note.js';
import { STILL_WORKING_NOTE } from '../../../cards/database-away-note.js';
import type { Note } from '../../../cards/note.js';
import { alertName } from '../../../domain/alert.js';
import type { JsonRecord } from '../../wire/record.js';
import type { ChartHabit } from '../chart-habit.js';
import { renderForm, renderNoteView } from '../render/render-form.js';
import { renderNote } from '../render/render-note.js';
import type { Tell } from '../tell.js';
import type { ModalViews } from '../views.js';
import { doneNote } from '../words.js';
import type { Answer } from './answer.js';
import type { Click, Interaction, Submission } from './asked.js';

/** What goes back with the acknowledgement; undefined: nothing. */
export type AckBody = JsonRecord | undefined;

export interface Reply {
  /** Acknowledges now; the answer follows on another way. */
  readonly early: () => void;
  /** Acknowledges because it takes too long, and says so. */
  readonly slow: () => void;
  /** The answer. Only the first counts. */
  readonly give: (answer: Answer) => Promise<void>;
}

export interface ReplyDeps {
  readonly charts: ChartHabit;
  readonly tell: Tell;
  readonly views: ModalViews;
}

export function createReply(
  deps: ReplyDeps,
  asked: Interaction,
  acknowledge: (body: AckBody) => void,
): Reply {
  let acknowledged: 'no' | 'early' | 'slow' = 'no';
  let given = false;
  const bring = async (answer: Answer): Promise<void> => {
    if (acknowledged === 'no') {
      const refusable = mayBeRefused(asked, answer, deps.charts);
      acknowledge(refusable ? undefined : inTime(asked, answer));
      if (asked.kind === 'click') await afterwards(deps, asked, answer, asked.inNote);
      if (asked.kind === 'shortcut') await afterwards(deps, asked, answer, false);
      if (asked.kind === 'command' && refusable) await afterwards(deps, asked, answer, false);
    } else if (asked.kind === 'submission') await intoModal(deps, asked, answer);
    else {
      const waited = acknowledged === 'slow' || asked.kind === 'command';
      await afterwards(deps, asked, answer, waited || (asked.kind === 'click' && asked.inNote));
    }
  };
  return {
    early: () => {
      // A form that is acknowledged closes: it waits until it is slow.
      if (acknowledged !== 'no' || asked.kind === 'submission') return;
      acknowledged = 'early';
      acknowledge(asked.kind === 'command' ? ephemeral(LOOKING_UP_NOTE) : undefined);
    },
    slow: () => {
      if (acknowledged !== 'no' || given) return;
      acknowledged = 'slow';
      acknowledge(stillWorking(asked));
      if (asked.kind === 'click' || asked.kind === 'shortcut') void deps.tell(asked, STILL_WORKING_NOTE);
    },
    give: async (answer) => {
      if (given) return;
      given = true;
      try {
        await bring(answer);
      } catch (error) {
        // Nothing was shown: an apology may still be given.
        given = false;
        throw error;
      }
    },
  };
}

function stillWorking(asked: Interaction): AckBody {
  switch (asked.kind) {
    case 'click':
    case 'shortcut':
      return undefined;
    case 'command':
      return ephemeral(STILL_WORKING_NOTE);
    case 'submission':
      return updated(renderNoteView(titleOf(asked), STILL_WORKING_NOTE));
  }
}

/** What Slack does not take of an acknowledgement, it never tells us: a chart that it may not know goes where it answers. */
function mayBeRefused(asked: Interaction, answer: Answer, charts: ChartHabit): boolean {
  if (asked.kind !== 'command' || answer.kind !== 'note' || answer.note.chart === undefined) return false;
  return charts.how('whispered') === 'drawn';
}

/** What goes with the acknowledgement. Slack shows nothing of what comes with that of a click. */
function inTime(asked: Interaction, answer: Answer): AckBody {
  if (asked.kind === 'click' || asked.kind === 'shortcut') return undefined;
  if (asked.kind === 'command') return answer.kind === 'note' ? ephemeral(answer.note) : undefined;
  switch (answer.kind) {
    case 'nothing':
    case 'done':
      return undefined;
    case 'note':
      return updated(renderNoteView(titleOf(asked), answer.note));
    case 'form':
      return updated(renderForm(answer.form, asked.place));
    case 'faults':
      return { response_action: 'errors', errors: atInputs(answer.faults, asked) };
  }
}

async function afterwards(
  deps: ReplyDeps,
  asked: Exclude<Interaction, Submission>,
  answer: Answer,
  waitsForWord: boolean,
): Promise<void> {
  const say = (note: Note): Promise<void> =>
    asked.kind === 'click' && asked.view ? overView(deps, asked, asked.view, note) : deps.tell(asked, note);
  if (answer.kind === 'note') await say(answer.note);
  if (answer.kind === 'done' && (waitsForWord || isInModal(asked))) {
    await say(doneNote(asked.kind === 'click' ? asked.pressed?.alert : undefined));
  }
}

/** A modal does not change by itself; a Home tab does. */
function isInModal(asked: Interaction): boolean {
  return asked.kind === 'click' && asked.view?.type === 'modal';
}

/** In a view there is no channel to say it in: a modal says it itself, over a Home tab one is opened, and late it is written to them. */
async function overView(
  { views, tell }: ReplyDeps,
  asked: Click,
  { id, type }: NonNullable<Click['view']>,
  note: Note,
): Promise<void> {
  const alert = asked.pressed?.alert;
  const shown = renderNoteView(alert === undefined ? 'Earshot' : alertName(alert), note);
  const opened =
    type === 'modal'
      ? await views.show({ viewId: id }, shown)
      : asked.triggerId !== undefined && (await views.open(asked.triggerId, shown));
  if (!opened) await tell(asked, note);
}

/** The modal says "still working": it must say what came of it, and who has closed it hears it where they were. */
async function intoModal({ views, tell }: ReplyDeps, asked: Submission, answer: Answer): Promise<void> {
  if (answer.kind === 'form') {
    await views.show({ viewId: asked.viewId }, renderForm(answer.form, asked.place));
    return;
  }
  const note = outcomeNote(asked, answer);
  if (!(await views.show({ viewId: asked.viewId }, renderNoteView(titleOf(asked), note))))
    await tell(asked, note);
}

function outcomeNote({ metadata }: Submission, answer: Exclude<Answer, { kind: 'form' }>): Note {
  switch (answer.kind) {
    case 'nothing':
    case 'done':
      return doneNote(metadata.alert);
    case 'note':
      return answer.note;
    case 'faults':
      return { lines: Object.values(answer.faults).map((fault) => [{ kind: 'text', text: fault }]) };
  }
}

/** Slack takes errors at inputs of the view only: any other goes to the first. */
function atInputs(faults: Readonly<Record<string, string>>, { inputs }: Submission): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [field, fault] of Object.entries(faults)) {
    const input = inputs.includes(field) ? field : inputs[0];
    if (input !== undefined)
      errors[input] = errors[input] === undefined ? fault : `${errors[input]} ${fault}`;
  }
  return errors;
}

function titleOf({ metadata }: Submission): string {
  return metadata.alert === undefined ? TELLING_NAMES[metadata.action] : alertName(metadata.alert);
}

function ephemeral(note: Note): AckBody {
  return { response_type: 'ephemeral', ...renderNote(note, 'written') };
}

function updated(view: object): AckBody {
  return { response_action: 'update', view };
}
