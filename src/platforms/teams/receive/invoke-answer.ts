/** What goes back at once to whoever pressed: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
import { alertCard } from '../../../cards/alert-card.js';
import type { Note } from '../../../cards/note.js';
import { notFoundNote } from '../../../cards/refusal-note.js';
import type { AlertView } from '../../../domain/alert-view.js';
import type { Person } from '../people/people.js';
import { isOnPostMortem, type On } from '../render/action-data.js';
import type { AdaptiveCard } from '../render/adaptive-card.js';
import { renderCard } from '../render/render-card.js';
import { renderForm } from '../render/render-form.js';
import { noteText, renderMine, renderNote } from '../render/render-note.js';
import { renderReport } from '../render/render-report.js';
import { withinSize } from '../render/within-size.js';
import { doneNote } from '../words.js';
import type { Answer } from './answer.js';
import type { Acted } from './asked.js';

export interface InvokeAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

/** Throws DatabaseAway. */
export type AnswerInvoke = (acted: Acted, answer: Answer) => Promise<InvokeAnswer>;

interface InvokeAnswerDeps {
  /** The alert as it stands; undefined where there is none. Throws DatabaseAway. */
  readonly viewAlert: (alert: number) => Promise<AlertView | undefined>;
  /** Who looks at it. Throws DatabaseAway. */
  readonly whoLooks: (acted: Acted) => Promise<Person>;
  readonly clock: () => Date;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';

export function createAnswerInvoke({ viewAlert, whoLooks, clock }: InvokeAnswerDeps): AnswerInvoke {
  const cardNow = async (acted: Acted, alert: number): Promise<InvokeAnswer> => {
    const view = await viewAlert(alert);
    if (!view) return inWords(notFoundNote(alert), acted, clock());
    const person = await whoLooks(acted);
    return asCard(
      renderCard(alertCard(view), {
        involved: [acted.userId],
        ...(person.kind === 'member' && { viewerId: person.staff.id }),
      }),
    );
  };

  return async (acted, answer) => {
    switch (answer.kind) {
      case 'nothing':
        return inWords(doneNote(alertOf(acted)), acted, clock());
      case 'card':
        return cardNow(acted, answer.alert);
      case 'report':
        return asCard(withinSize((share) => renderReport(answer.report, share)));
      case 'mine':
        return asCard(renderMine(answer.note, { now: clock(), userId: acted.userId, ...zoneOf(acted) }));
      case 'note':
        return answerWithNote(answer.note, acted, clock());
      case 'form':
        return asCard(
          renderForm(
            answer.form,
            answer.mend && { given: answer.mend.answers, faults: answer.mend.faults },
            placeOf(acted),
          ),
        );
    }
  };
}

/** Words where nothing can be pressed, so that the card stays; else a card of its own, which only who pressed sees. */
export function answerWithNote(note: Note, acted: Acted, now: Date): InvokeAnswer {
  // Its form has had its answer.
  if (acted.data.kind === 'telling') return asCard(renderNote(note, { now, ...zoneOf(acted) }));
  const presses = (note.buttons?.length ?? 0) + (note.items?.length ?? 0);
  const place = placeOf(acted);
  // Whoever presses on a message that names several alerts needs the others as well.
  if (presses === 0 || place === 'roll_up') return inWords(note, acted, now);
  const alert = alertOf(acted);
  const backTo =
    place ?? (alert !== undefined && isOnPostMortem(acted.data) ? { postMortemOf: alert } : alert);
  return asCard(renderNote(note, { now, ...(backTo !== undefined && { backTo }), ...zoneOf(acted) }));
}

/** For an invoke that cannot be understood. */
export function invokeError(message: string): InvokeAnswer {
  return { statusCode: 400, type: ERROR, value: { code: 'BadRequest', message } };
}

function inWords(note: Note, acted: Acted, now: Date): InvokeAnswer {
  return { statusCode: 200, type: MESSAGE, value: noteText(note, { now, ...zoneOf(acted) }) };
}

function asCard(card: AdaptiveCard): InvokeAnswer {
  return { statusCode: 200, type: CARD, value: card };
}

/** Which card it was pressed on, where that is not the alert's own. */
function placeOf({ data }: Acted): On | undefined {
  if (data.kind === 'mine') return 'mine';
  return 'on' in data ? data.on : undefined;
}

function alertOf({ data }: Acted): number | undefined {
  return 'alert' in data ? data.alert : undefined;
}

function zoneOf({ timeZone }: Acted): { readonly timeZone?: string } {
  return timeZone === undefined ? {} : { timeZone };
}
