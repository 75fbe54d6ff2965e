import { describe, expect, it } from 'vitest';
import { ALL_FORMS } from '../../../src/cards/all-forms.js';
import type { FormActionId } from '../../../src/cards/actions.js';
import type { Field, Form } from '../../../src/cards/form.js';
import { readFormMetadata } from '../../../src/platforms/slack/render/form-metadata.js';
import { renderForm, renderNoteView } from '../../../src/platforms/slack/render/render-form.js';
import { checkView } from '../../counterparts/slack/block-kit-limits.js';
import { VIEW } from '../../cards/acme.js';

const PLACE = { channel: 'C0SUPPORT1', thread: '1700000000.000100' };

function formWith(...fields: readonly Field[]): Form {
  return { action: 'resolve', alert: 123, title: 'Resolve CX-123', submit: 'Resolve', fields };
}

function choiceOf(options: number, required = true): Field {
  return {
    kind: 'choice',
    name: 'outcome',
    label: 'Outcome',
    required,
    options: Array.from({ length: options }, (_, index) => ({
      value: `v${index}`,
      label: `Option ${index}`,
    })),
    initial: 'v1',
  };
}

describe('a form on Slack', () => {
  it('is a modal with a block for each field, named after it', () => {
    const view = renderForm(
      {
        ...formWith(
          choiceOf(2),
          {
            kind: 'text',
            name: 'note',
            label: 'Note',
            required: false,
            multiline: true,
            maxLength: 2_000,
            hint: 'Shown.',
          },
          { kind: 'person', name: 'to', label: 'Who', required: true },
        ),
        intro: 'Maria gave 2 of 5.',
      },
      PLACE,
    );
    const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
    expect(view).toEqual({
      type: 'modal',
      callback_id: 'earshot_form',
      private_metadata:
        '{"channel":"C0SUPPORT1","thread":"1700000000.000100","action":"resolve","alert":123}',
      title: plain('Resolve CX-123'),
      submit: plain('Resolve'),
      close: plain('Cancel'),
      blocks: [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Maria gave 2 of 5.' }] }],
        },
        {
          type: 'input',
          block_id: 'outcome',
          label: plain('Outcome'),
          optional: false,
          element: {
            type: 'radio_buttons',
            action_id: 'value',
            options: [
              { text: plain('Option 0'), value: 'v0' },
              { text: plain('Option 1'), value: 'v1' },
            ],
            initial_option: { text: plain('Option 1'), value: 'v1' },
          },
        },
        {
          type: 'input',
          block_id: 'note',
          label: plain('Note'),
          hint: plain('Shown.'),
          optional: true,
          element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: 2_000 },
        },
        {
          type: 'input',
          block_id: 'to',
          label: plain('Who'),
          optional: false,
          element: { type: 'users_select', action_id: 'value' },
        },
      ],
    });
  });

  it.each(Object.keys(ALL_FORMS) as FormActionId[])('is taken by Slack when it asks to %s', (action) => {
    expect(checkView(renderForm(ALL_FORMS[action].ask(VIEW, 'UTC'), PLACE))).toBeUndefined();
  });

  it('offers many choices, and those that may be left out, in a menu', () => {
    const kinds = [choiceOf(6), choiceOf(7), choiceOf(2, false)].map((field) => {
      const [block] = renderForm(formWith(field), PLACE).blocks;
      return block && 'element' in block ? block.element.type : undefined;
    });
    expect(kinds).toEqual(['radio_buttons', 'static_select', 'static_select']);
  });

  it.each([24, 25, 3_000])('stays within Slack’s limits at %i characters everywhere', (length) => {
    const words = 'x'.repeat(length);
    const view = renderForm(
      {
        ...formWith(
          {
            kind: 'text',
            name: 'note',
            label: words,
            required: true,
            multiline: true,
            maxLength: 9_000,
            hint: words,
          },
          { ...choiceOf(150), label: words },
        ),
        title: words,
        submit: words,
        intro: words,
      },
      PLACE,
    );
    expect(checkView(view)).toBeUndefined();
  });

  it('can be a note alone, which has nothing to submit', () => {
    const view = renderNoteView('CX-123', { lines: [[{ kind: 'text', text: 'Already resolved by Kim.' }]] });
    expect(checkView(view)).toBeUndefined();
    expect(view.submit).toBeUndefined();
  });
});

describe('what a modal carries', () => {
  it('comes back as it was given', () => {
    const view = renderForm(formWith(), PLACE);
    expect(readFormMetadata(view.private_metadata ?? '')).toEqual({
      action: 'resolve',
      alert: 123,
      ...PLACE,
    });
  });

  it.each([
    '',
    'null',
    '5',
    '[]',
    '{}',
    '{"action":"claim","alert":1}',
    '{"action":"explode","alert":1}',
    '{"action":"resolve","alert":"1"}',
    '{"action":"resolve","alert":1.5}',
    '{"action":"resolve","alert":-1}',
    '{"action":"resolve","alert":1e15}',
  ])('is not believed when it is %s', (text) => {
    expect(readFormMetadata(text)).toBeUndefined();
  });

  it('names no place that is none', () => {
    const text = '{"action":"resolve","alert":1,"channel":"../etc","thread":"now"}';
    expect(readFormMetadata(text)).toEqual({ action: 'resolve', alert: 1 });
  });
});
