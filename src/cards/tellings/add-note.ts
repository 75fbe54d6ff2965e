import { postMortemName, SECTIONS, type SectionName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import { shorten } from '../../domain/plain-text.js';
import type { SaidMessage } from '../../domain/said-message.js';
import type { Faults } from '../form-kind.js';
import { type Answers, CARRIED_MAX_LENGTH, type TellingForm } from '../form.js';
import { SECTION_TEXT_MAX_LENGTH } from '../form-limits.js';
import { known } from '../known.js';
import { SECTION_NAMES } from '../post-mortem/section-names.js';
import { postMortemTitle } from '../post-mortem/post-mortem-title.js';
import { readAddress } from '../read-address.js';
import { gather, readChoice, readOptionalText, readText } from '../read-answer.js';

/** Shown in a list: https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
const OPTION_CHARS = 75;
const AUTHOR_CHARS = 80;
/** In the text itself the author and the link stand besides. */
const NOTE_MAX_LENGTH = SECTION_TEXT_MAX_LENGTH;
const USUAL_SECTION: SectionName = 'did_not';

/** A message as it is to stand in a post-mortem. */
export interface WishedNote {
  readonly postMortem: number;
  readonly section: SectionName;
  readonly message: SaidMessage;
}

/** Asks where a message belongs. `open`: the post-mortems that can still be written in; at least one. */
export function askNote(message: SaidMessage, open: readonly PostMortemView[]): TellingForm {
  const [only, ...others] = open;
  const { key, link, author, text } = message;
  const several = others.length > 0;
  const by = known(author, AUTHOR_CHARS);
  return {
    action: 'add_note',
    title: several || !only ? 'Add to a post-mortem' : `Note in ${postMortemName(only.postMortem.number)}`,
    intro: `It is added below what stands there, with ${author === undefined ? 'its link' : `${by ?? 'its author'} and its link`}.`,
    submit: 'Add',
    carried: {
      key: key.slice(0, CARRIED_MAX_LENGTH),
      ...(link !== undefined && link.length <= CARRIED_MAX_LENGTH && { link }),
      ...(by !== undefined && { author: by }),
      ...(!several && only && { postMortem: String(only.postMortem.number) }),
    },
    fields: [
      ...(several
        ? [
            {
              kind: 'choice' as const,
              name: 'postMortem',
              label: 'Which post-mortem',
              required: true,
              options: open.map((view) => ({
                value: String(view.postMortem.number),
                label: shorten(postMortemTitle(view), OPTION_CHARS),
              })),
            },
          ]
        : []),
      {
        kind: 'choice',
        name: 'section',
        label: 'Where',
        required: true,
        options: SECTIONS.map((value) => ({ value, label: SECTION_NAMES[value] })),
        initial: USUAL_SECTION,
      },
      {
        kind: 'text',
        name: 'text',
        label: 'The message',
        required: true,
        multiline: true,
        maxLength: NOTE_MAX_LENGTH,
        ...(text !== '' && { initial: shorten(text, NOTE_MAX_LENGTH) }),
      },
    ],
  };
}

export function readNote(answers: Answers): { readonly note: WishedNote } | { readonly faults: Faults } {
  const read = gather({
    postMortem: readText(answers['postMortem'], CARRIED_MAX_LENGTH, 'Choose the post-mortem.'),
    section: readChoice(answers['section'], SECTIONS, 'Choose where it belongs.'),
    text: readText(answers['text'], NOTE_MAX_LENGTH, 'Keep a sentence of it at least.'),
    key: readText(answers['key'], CARRIED_MAX_LENGTH, 'Open the form once more.'),
    link: readAddress(answers['link']),
    author: readOptionalText(answers['author'], AUTHOR_CHARS),
  });
  if ('faults' in read) return read;
  const { postMortem, section, text, key, link, author } = read.values;
  if (!/^[1-9]\d{0,8}$/u.test(postMortem)) return { faults: { postMortem: 'Choose the post-mortem.' } };
  return {
    note: {
      postMortem: Number(postMortem),
      section,
      message: { key, text, ...(link !== undefined && { link }), ...(author !== undefined && { author }) },
    },
  };
}
