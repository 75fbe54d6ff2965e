import { alertName } from '../../domain/alert.js';
import type { FormKind } from '../form-kind.js';
import { WHY_MAX_LENGTH } from '../form-limits.js';
import { headline } from '../headline.js';
import { known } from '../known.js';
import { gather, readText } from '../read-answer.js';
import { sentence } from '../sentence.js';

/** Asks why somebody takes an alert from its owner; the owner reads it in the thread. */
export const takeOverForm: FormKind = {
  ask: (view) => {
    const owner = known(view.owner?.name, 60);
    return {
      action: 'take_over',
      alert: view.alert.number,
      title: `Take over ${alertName(view.alert.number)}`,
      intro: `${sentence(headline(view))}${owner === undefined ? '' : ` ${owner} has it now.`}`,
      submit: 'Take over',
      fields: [
        {
          kind: 'text',
          name: 'why',
          label: 'Why',
          required: true,
          multiline: false,
          maxLength: WHY_MAX_LENGTH,
          hint: 'Shown in the thread: “Kim is off today”.',
        },
      ],
    };
  },
  read: (answers) => {
    const read = gather({
      why: readText(answers['why'], WHY_MAX_LENGTH, 'Say in a few words why you take it over.'),
    });
    return 'faults' in read ? read : { change: { verb: 'take_over', why: read.values.why } };
  },
};
