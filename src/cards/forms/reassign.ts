import { alertName } from '../../domain/alert.js';
import type { FormKind } from '../form-kind.js';
import { WHY_MAX_LENGTH } from '../form-limits.js';
import { headline } from '../headline.js';
import { gather, readOptionalText, readText } from '../read-answer.js';
import { sentence } from '../sentence.js';

/** Longer than any id of ours. */
const ID_MAX_LENGTH = 100;

/** Asks who should own it. */
export const reassignForm: FormKind = {
  ask: (view) => ({
    action: 'reassign',
    alert: view.alert.number,
    title: `Reassign ${alertName(view.alert.number)}`,
    intro: sentence(headline(view)),
    submit: 'Reassign',
    fields: [
      { kind: 'person', name: 'to', label: 'Who should have it', required: true },
      {
        kind: 'text',
        name: 'why',
        label: 'Why',
        required: false,
        multiline: false,
        maxLength: WHY_MAX_LENGTH,
        hint: 'They are told in the thread: “she knows the account”.',
      },
    ],
  }),
  read: (answers) => {
    const read = gather({
      to: readText(answers['to'], ID_MAX_LENGTH, 'Choose who should have it.'),
      why: readOptionalText(answers['why'], WHY_MAX_LENGTH),
    });
    if ('faults' in read) return read;
    const { to, why } = read.values;
    return { change: { verb: 'reassign', to, ...(why !== undefined && { why }) } };
  },
};
