/** What stands in the dialog then: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit */
import type { Note } from '../../../cards/note.js';
import { type CardAttachment, attach } from '../render/adaptive-card.js';
import { renderDialog } from '../render/render-form.js';
import { noteText } from '../render/render-note.js';
import { doneNote } from '../words.js';
import type { Answer } from './answer.js';
import type { Dialogue } from './asked.js';

export interface DialogueAnswer {
  readonly task:
    | { readonly type: 'message'; readonly value: string }
    | {
        readonly type: 'continue';
        readonly value: {
          readonly title: string;
          readonly height: 'large';
          readonly width: 'medium';
          readonly card: CardAttachment;
        };
      };
}

export function dialogueAnswer(answer: Answer, asked: Dialogue, now: Date): DialogueAnswer {
  if (answer.kind === 'form') {
    const { form, mend } = answer;
    const card = renderDialog(form, mend && { given: mend.answers, faults: mend.faults });
    return {
      task: {
        type: 'continue',
        value: { title: 'Earshot', height: 'large', width: 'medium', card: attach(card) },
      },
    };
  }
  return inWords(answer.kind === 'note' ? answer.note : doneNote(), asked, now);
}

export function inWords(note: Note, { timeZone }: Dialogue, now: Date): DialogueAnswer {
  return dialogueSays(noteText(note, { now, ...(timeZone !== undefined && { timeZone }) }));
}

export function dialogueSays(value: string): DialogueAnswer {
  return { task: { type: 'message', value } };
}
