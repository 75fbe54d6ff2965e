import { isAlertForm } from '../../../cards/form.js';
import type { Note } from '../../../cards/note.js';
import { line } from '../../../cards/text.js';
import type { Answer } from './answer.js';

/** What can be said in a message; a card that was changed is edited by itself. */
export function noteOf(answer: Answer): Note | undefined {
  switch (answer.kind) {
    case 'nothing':
    case 'card':
    case 'report':
      return undefined;
    case 'note':
    case 'mine':
      return answer.note;
    case 'form': {
      const faults = Object.values(answer.mend?.faults ?? {}).map((fault) => line(fault));
      const { form } = answer;
      const lines = [line(`${form.title}: open it once more.`), ...faults];
      return isAlertForm(form)
        ? { lines, buttons: [{ action: form.action, alert: form.alert }] }
        : { lines, opens: form };
    }
  }
}
