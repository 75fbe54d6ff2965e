import { alertName, OUTCOME_NAMES, OUTCOMES } from '../../domain/alert.js';
import type { FormKind } from '../form-kind.js';
import { CAUSE_MAX_LENGTH, CLOSING_NOTE_MAX_LENGTH } from '../form-limits.js';
import { headline } from '../headline.js';
import { gather, readChoice, readOptionalText, readText } from '../read-answer.js';
import { sentence } from '../sentence.js';

/** Asks what came of it, what caused it and what was done. */
export const resolveForm: FormKind = {
  ask: (view) => ({
    action: 'resolve',
    alert: view.alert.number,
    title: `Resolve ${alertName(view.alert.number)}`,
    intro: sentence(headline(view)),
    submit: 'Resolve',
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        label: 'What came of it for the customer',
        required: true,
        options: OUTCOMES.map((value) => ({ value, label: OUTCOME_NAMES[value] })),
      },
      {
        kind: 'text',
        name: 'rootCause',
        label: 'What caused it',
        required: true,
        multiline: false,
        maxLength: CAUSE_MAX_LENGTH,
        hint: 'A few words: “refund stuck in review”.',
      },
      {
        kind: 'text',
        name: 'note',
        label: 'What was done',
        required: false,
        multiline: true,
        maxLength: CLOSING_NOTE_MAX_LENGTH,
        hint: 'Shown on the card: “refunded and called back”.',
      },
    ],
  }),
  read: (answers) => {
    const read = gather({
      outcome: readChoice(answers['outcome'], OUTCOMES, 'Choose what came of it.'),
      rootCause: readText(answers['rootCause'], CAUSE_MAX_LENGTH, 'Say in a few words what caused it.'),
      note: readOptionalText(answers['note'], CLOSING_NOTE_MAX_LENGTH),
    });
    if ('faults' in read) return read;
    const { outcome, rootCause, note } = read.values;
    return { change: { verb: 'resolve', outcome, rootCause, ...(note !== undefined && { note }) } };
  },
};
