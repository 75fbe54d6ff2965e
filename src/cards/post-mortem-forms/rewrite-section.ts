import { postMortemName, SECTIONS, type SectionName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView, SectionView } from '../../domain/post-mortem/post-mortem-view.js';
import type { AlertForm } from '../form.js';
import { SECTION_TEXT_MAX_LENGTH } from '../form-limits.js';
import { SECTION_NAMES } from '../post-mortem/section-names.js';
import { gather, readChoice, readOptionalText } from '../read-answer.js';
import type { PostMortemForm } from './post-mortem-form.js';

/** Asks first which section, then shows its text to be written anew. */
export const rewriteSectionForm: PostMortemForm = {
  ask: (view) => ({
    action: 'rewrite_section',
    alert: view.postMortem.leadAlert,
    title: `Rewrite in ${postMortemName(view.postMortem.number)}`,
    intro: 'Its text comes next, to be changed as a whole.',
    submit: 'Go on',
    fields: [
      {
        kind: 'choice',
        name: 'section',
        label: 'Which section',
        required: true,
        options: SECTIONS.map((value) => ({ value, label: SECTION_NAMES[value] })),
        initial: view.sections.find(({ text }) => text !== '')?.name ?? SECTIONS[0],
      },
    ],
  }),
  read: (answers) => {
    const { base } = answers;
    const read = gather({
      section: readChoice(answers['section'], SECTIONS, 'Choose the section.'),
      text: readOptionalText(answers['text'], SECTION_TEXT_MAX_LENGTH),
    });
    if ('faults' in read) return read;
    const { section, text } = read.values;
    if (base === undefined || !/^\d{1,9}$/u.test(base)) return { wish: { verb: 'choose_section', section } };
    return { wish: { verb: 'rewrite', section, base: Number(base), text: text ?? '' } };
  },
};

/** Whether the text can be written anew in a form; what is longer is written anew on the page. */
export function fitsForm({ text }: Pick<SectionView, 'text'>): boolean {
  return text.length <= SECTION_TEXT_MAX_LENGTH;
}

/** The text of one section, to be changed. `own`: what its writer had written when somebody was quicker. */
export function askRewriting(
  { postMortem }: PostMortemView,
  section: { readonly name: SectionName; readonly now: SectionView; readonly own?: string },
): AlertForm {
  const { name, now, own } = section;
  const who = now.writtenBy?.name ?? 'Somebody';
  return {
    action: 'rewrite_section',
    alert: postMortem.leadAlert,
    title: `Rewrite in ${postMortemName(postMortem.number)}`,
    ...(own === undefined
      ? { intro: `${SECTION_NAMES[name]}. What stands here when you save replaces what stood there.` }
      : {
          intro: `${who} wrote “${SECTION_NAMES[name]}” while you did. Nothing is lost: theirs stands here, yours below it. Put together what should stand, and save.`,
          quote: { label: `As ${who} wrote it`, text: now.text === '' ? '(nothing)' : now.text },
        }),
    submit: 'Save',
    carried: { section: name, base: String(now.version) },
    fields: [
      {
        kind: 'text',
        name: 'text',
        label: own === undefined ? SECTION_NAMES[name] : 'As you wrote it',
        required: false,
        multiline: true,
        maxLength: SECTION_TEXT_MAX_LENGTH,
        ...((own ?? now.text) !== '' && { initial: own ?? now.text }),
      },
    ],
  };
}
