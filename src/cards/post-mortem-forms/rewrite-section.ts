import {
  postMortemName,
  SECTION_LIMIT,
  SECTIONS,
  type SectionName,
} from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView, SectionView } from '../../domain/post-mortem/post-mortem-view.js';
import type { Faults } from '../form-kind.js';
import type { AlertForm, Answers, Field } from '../form.js';
import { SECTION_TEXT_MAX_LENGTH } from '../form-limits.js';
import { SECTION_NAMES } from '../post-mortem/section-names.js';
import { gather, readChoice, readOptionalText } from '../read-answer.js';
import type { PostMortemForm } from './post-mortem-form.js';
import { fromParts, inParts, PART_NAMES, readJoints } from './section-parts.js';

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
    const section = readChoice(answers['section'], SECTIONS, 'Choose the section.');
    const read = gather({ section });
    if ('faults' in read) return read;
    const { section: name } = read.values;
    if (base === undefined || !/^\d{1,9}$/u.test(base))
      return { wish: { verb: 'choose_section', section: name } };
    const written = readParts(answers);
    return 'faults' in written
      ? written
      : { wish: { verb: 'rewrite', section: name, base: Number(base), text: written.text } };
  },
};

function readParts(answers: Answers): { readonly text: string } | { readonly faults: Faults } {
  const given = PART_NAMES.map((name) => readOptionalText(answers[name], SECTION_TEXT_MAX_LENGTH));
  const faults = given.flatMap((part, index) =>
    'fault' in part ? [[PART_NAMES[index] ?? PART_NAMES[0], part.fault] as const] : [],
  );
  if (faults.length > 0) return { faults: Object.fromEntries(faults) };
  const parts = given.map((part) => ('value' in part ? (part.value ?? '') : ''));
  const text = fromParts({ parts, joints: readJoints(answers['joints']) });
  if (text.length <= SECTION_LIMIT) return { text };
  const last = PART_NAMES[parts.findLastIndex((part) => part !== '')] ?? PART_NAMES[0];
  const figure = (count: number): string => count.toLocaleString('en-GB');
  return {
    faults: {
      [last]: `All of it has ${figure(text.length)} characters, and a section holds ${figure(SECTION_LIMIT)}: shorten it by ${figure(text.length - SECTION_LIMIT)}.`,
    },
  };
}

/** The text of one section, to be changed. `own`: what its writer had written when somebody was quicker. */
export function askRewriting(
  { postMortem }: PostMortemView,
  section: { readonly name: SectionName; readonly now: SectionView; readonly own?: string },
): AlertForm {
  const { name, now, own } = section;
  const { parts, joints } = inParts(own ?? now.text);
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
    carried: { section: name, base: String(now.version), joints },
    fields: partFields(own === undefined ? SECTION_NAMES[name] : 'As you wrote it', parts),
  };
}

/** The form as it was filled in, where something in it is to be mended; undefined where it is not that form. */
export function askRewritingAnew(view: PostMortemView, answers: Answers): AlertForm | undefined {
  const { section, base } = answers;
  const now = view.sections.find(({ name }) => name === section);
  if (!now || base === undefined) return undefined;
  const joints = readJoints(answers['joints']);
  const parts = PART_NAMES.slice(0, joints.length + 1).map((name) => answers[name] ?? '');
  return {
    ...askRewriting(view, { name: now.name, now }),
    carried: { section: now.name, base, joints },
    fields: partFields(SECTION_NAMES[now.name], parts),
  };
}

function partFields(label: string, parts: readonly string[]): readonly Field[] {
  return parts.map((initial, index) => ({
    kind: 'text',
    name: PART_NAMES[index] ?? PART_NAMES[0],
    label: parts.length === 1 ? label : `${label}, part ${index + 1} of ${parts.length}`,
    required: false,
    multiline: true,
    maxLength: SECTION_TEXT_MAX_LENGTH,
    ...(initial !== '' && { initial }),
  }));
}
