import { postMortemName, SECTIONS } from '../../domain/post-mortem/post-mortem.js';
import { SECTION_TEXT_MAX_LENGTH } from '../form-limits.js';
import { SECTION_NAMES } from '../post-mortem/section-names.js';
import { gather, readChoice, readText } from '../read-answer.js';
import type { PostMortemForm } from './post-mortem-form.js';

/** Asks which section, and what to add to it. What stands there stays. */
export const writeSectionForm: PostMortemForm = {
  ask: (view) => ({
    action: 'write_section',
    alert: view.postMortem.leadAlert,
    title: `Write in ${postMortemName(view.postMortem.number)}`,
    intro: 'Your words are added below what stands there already. “Rewrite” changes what stands there.',
    submit: 'Add',
    fields: [
      {
        kind: 'choice',
        name: 'section',
        label: 'Where',
        required: true,
        options: SECTIONS.map((value) => ({ value, label: SECTION_NAMES[value] })),
        initial: view.sections.find(({ text }) => text === '')?.name ?? SECTIONS[0],
      },
      {
        kind: 'text',
        name: 'text',
        label: 'What',
        required: true,
        multiline: true,
        maxLength: SECTION_TEXT_MAX_LENGTH,
        hint: '“What we would do differently” begins best with one sentence: “Call before the third mail.”',
      },
    ],
  }),
  read: (answers) => {
    const read = gather({
      section: readChoice(answers['section'], SECTIONS, 'Choose where it belongs.'),
      text: readText(answers['text'], SECTION_TEXT_MAX_LENGTH, 'Write a sentence at least.'),
    });
    return 'faults' in read ? read : { wish: { verb: 'write', ...read.values } };
  },
};
