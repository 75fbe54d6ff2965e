import { alertName, DISMISSAL_NAMES, DISMISSALS } from '../../domain/alert.js';
import type { FormKind } from '../form-kind.js';
import { CLOSING_NOTE_MAX_LENGTH } from '../form-limits.js';
import { headline } from '../headline.js';
import { gather, readChoice, readOptionalText } from '../read-answer.js';
import { sentence } from '../sentence.js';

/** Asks why it is not an issue: the answers show which rules are noisy. */
export const dismissForm: FormKind = {
  ask: (view) => ({
    action: 'dismiss',
    alert: view.alert.number,
    title: 'Not an issue',
    intro: sentence(`${alertName(view.alert.number)}: ${headline(view)}`),
    submit: 'Not an issue',
    fields: [
      {
        kind: 'choice',
        name: 'dismissal',
        label: 'Why it is not an issue',
        required: true,
        options: DISMISSALS.map((value) => ({ value, label: DISMISSAL_NAMES[value] })),
      },
      {
        kind: 'text',
        name: 'note',
        label: 'Note',
        required: false,
        multiline: true,
        maxLength: CLOSING_NOTE_MAX_LENGTH,
        hint: 'Needed only for “Something else”.',
      },
    ],
  }),
  read: (answers) => {
    const read = gather({
      dismissal: readChoice(answers['dismissal'], DISMISSALS, 'Choose why it is not an issue.'),
      note: readOptionalText(answers['note'], CLOSING_NOTE_MAX_LENGTH),
    });
    if ('faults' in read) return read;
    const { dismissal, note } = read.values;
    if (dismissal === 'other' && note === undefined)
      return { faults: { note: 'Say in a few words what it is.' } };
    return { change: { verb: 'dismiss', dismissal, ...(note !== undefined && { note }) } };
  },
};
