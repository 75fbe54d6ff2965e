/** A form as a modal, and what a person filled in as answers. https://docs.slack.dev/surfaces/modals */
import type { types } from '@slack/bolt';
import { type Field, type Form, isAlertForm } from '../../../cards/form.js';
import type { Note } from '../../../cards/note.js';
import { oneLine, plainText, shorten } from '../../../domain/plain-text.js';
import { BLOCK_KIT, VIEW } from '../limits.js';
import { plain } from './buttons.js';
import { formMetadata, type FormPlace } from './form-metadata.js';
import { NO_MENTIONS } from './mentions.js';
import { renderNote } from './render-note.js';
import { richLine, richText } from './rich-text.js';

export const FORM_CALLBACK = 'earshot_form';
const NOTE_CALLBACK = 'earshot_note';
/** The only input of a block; the block is named after the field. */
export const INPUT_ACTION = 'value';

/** Few choices are shown at once, more in a menu. */
const MOST_RADIO_OPTIONS = 6;
const INTRO_CHARS = 1_000;

/** `place` says where private answers go when the form has been sent. */
export function renderForm(form: Form, place: FormPlace): types.ModalView {
  const intro =
    form.intro === undefined
      ? undefined
      : richText(
          richLine([{ kind: 'text', text: form.intro }], { limit: INTRO_CHARS, mentions: NO_MENTIONS }),
        );
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    private_metadata: formMetadata({
      ...place,
      ...(isAlertForm(form) ? { action: form.action, alert: form.alert } : { action: form.action }),
      ...(form.carried && { carried: form.carried }),
    }),
    title: viewTitle(form.title),
    submit: plain(form.submit, VIEW.buttonChars),
    close: plain('Cancel', VIEW.buttonChars),
    blocks: [...(intro ? [intro] : []), ...quoteBlocks(form.quote), ...form.fields.map(fieldBlock)].slice(
      0,
      BLOCK_KIT.blocksPerView,
    ),
  };
}

/** A modal that only says something. */
export function renderNoteView(title: string, note: Note): types.ModalView {
  return {
    type: 'modal',
    callback_id: NOTE_CALLBACK,
    title: viewTitle(title),
    close: plain('Close', VIEW.buttonChars),
    // A modal knows no charts: they are in writing.
    blocks: renderNote(note, 'written').blocks.filter((block) => block.type !== 'data_visualization'),
  };
}

/** Words to be read, where nothing in them comes alive. */
function quoteBlocks(quote: Form['quote']): readonly types.SectionBlock[] {
  if (!quote) return [];
  const section = (text: string): types.SectionBlock => ({
    type: 'section',
    text: plain(text, BLOCK_KIT.sectionTextChars),
  });
  return [section(quote.label), ...inSlices(quote.text, BLOCK_KIT.sectionTextChars).map(section)];
}

/** Whole, in as many pieces as it takes; no sign of two units is taken apart. */
function inSlices(text: string, limit: number): readonly string[] {
  const slices: string[] = [];
  for (let from = 0; from < text.length;) {
    const last = text.charCodeAt(from + limit - 1);
    const to = from + (last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
    slices.push(text.slice(from, to));
    from = to;
  }
  return slices;
}

function viewTitle(title: string): types.PlainTextElement {
  return plain(oneLine(title), VIEW.titleChars);
}

function fieldBlock(field: Field): types.InputBlock {
  return {
    type: 'input',
    block_id: shorten(field.name, BLOCK_KIT.idChars),
    label: plain(field.label, BLOCK_KIT.inputLabelChars),
    optional: !field.required,
    element: fieldElement(field),
    ...('hint' in field && { hint: plain(field.hint, BLOCK_KIT.inputHintChars) }),
  };
}

function fieldElement(field: Field): types.InputBlockElement {
  switch (field.kind) {
    case 'choice':
      return choiceElement(field);
    case 'text':
      return {
        type: 'plain_text_input',
        action_id: INPUT_ACTION,
        multiline: field.multiline,
        max_length: Math.min(field.maxLength, BLOCK_KIT.inputValueChars),
        ...(field.initial !== undefined && {
          initial_value: shorten(
            plainText(field.initial),
            Math.min(field.maxLength, BLOCK_KIT.inputValueChars),
          ),
        }),
      };
    case 'person':
      return { type: 'users_select', action_id: INPUT_ACTION };
  }
}

/** A choice that may be left out is a menu: radio buttons cannot be taken back. */
function choiceElement(field: Extract<Field, { kind: 'choice' }>): types.RadioButtons | types.StaticSelect {
  const options = field.options.slice(0, BLOCK_KIT.selectOptions).map((option) => ({
    text: plain(option.label, BLOCK_KIT.optionTextChars),
    value: option.value.slice(0, BLOCK_KIT.optionValueChars),
  }));
  const initial = options.find((option) => option.value === field.initial);
  const shared = { action_id: INPUT_ACTION, options, ...(initial && { initial_option: initial }) };
  return field.required && options.length <= MOST_RADIO_OPTIONS
    ? { type: 'radio_buttons', ...shared }
    : { type: 'static_select', ...shared };
}
