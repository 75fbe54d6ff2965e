import { alertName } from '../../domain/alert.js';
import { SEVERITIES } from '../../domain/severity.js';
import type { FormKind } from '../form-kind.js';
import { WHY_MAX_LENGTH } from '../form-limits.js';
import { headline } from '../headline.js';
import { gather, readChoice, readOptionalText } from '../read-answer.js';
import { sentence } from '../sentence.js';
import { SEVERITY_NAMES } from '../severity-names.js';

/** Asks how grave it is, and why that differs from what the rules said. */
export const changeSeverityForm: FormKind = {
  ask: (view) => ({
    action: 'change_severity',
    alert: view.alert.number,
    title: `Severity of ${alertName(view.alert.number)}`,
    intro: `${sentence(headline(view))} The times to respond and to resolve change with the severity.`,
    submit: 'Change',
    fields: [
      {
        kind: 'choice',
        name: 'to',
        label: 'Severity',
        required: true,
        options: SEVERITIES.map((value) => ({ value, label: SEVERITY_NAMES[value] })),
        initial: view.alert.severity,
      },
      {
        kind: 'text',
        name: 'why',
        label: 'Why',
        required: false,
        multiline: false,
        maxLength: WHY_MAX_LENGTH,
        hint: 'Shown in the thread: “second outage for them this week”.',
      },
    ],
  }),
  read: (answers) => {
    const read = gather({
      to: readChoice(answers['to'], SEVERITIES, 'Choose a severity.'),
      why: readOptionalText(answers['why'], WHY_MAX_LENGTH),
    });
    if ('faults' in read) return read;
    const { to, why } = read.values;
    return { change: { verb: 'change_severity', to, ...(why !== undefined && { why }) } };
  },
};
