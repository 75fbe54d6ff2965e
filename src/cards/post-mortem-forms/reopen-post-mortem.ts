import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import { WHY_MAX_LENGTH } from '../form-limits.js';
import { gather, readText } from '../read-answer.js';
import type { PostMortemForm } from './post-mortem-form.js';

/** Asks why it is written on after all. */
export const reopenPostMortemForm: PostMortemForm = {
  ask: (view) => ({
    action: 'reopen_post_mortem',
    alert: view.postMortem.leadAlert,
    title: `Reopen ${postMortemName(view.postMortem.number)}`,
    intro: 'It becomes a draft again.',
    submit: 'Reopen',
    fields: [
      {
        kind: 'text',
        name: 'why',
        label: 'Why',
        required: true,
        multiline: false,
        maxLength: WHY_MAX_LENGTH,
        hint: 'Told in its thread: “the cause was another one”.',
      },
    ],
  }),
  read: (answers) => {
    const read = gather({
      why: readText(answers['why'], WHY_MAX_LENGTH, 'Say why, such as “the cause was another one”.'),
    });
    return 'faults' in read ? read : { wish: { verb: 'reopen', ...read.values } };
  },
};
