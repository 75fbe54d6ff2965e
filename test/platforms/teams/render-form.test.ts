import { describe, expect, it } from 'vitest';
import type { FormActionId } from '../../../src/cards/actions.js';
import { askRewriting } from '../../../src/cards/post-mortem-forms/rewrite-section.js';
import { ALL_FORMS } from '../../../src/cards/all-forms.js';
import type { Form } from '../../../src/cards/form.js';
import { renderForm } from '../../../src/platforms/teams/render/render-form.js';
import { CONTENT_BYTES, FORM_BYTES, sizeBytes } from '../../../src/platforms/teams/render/within-size.js';
import { ANA, VIEW } from '../../cards/acme.js';
import { PAPER } from '../../cards/paper.js';
import { checkCard } from './card-rules.js';

const FORM: Form = {
  action: 'resolve',
  alert: 123,
  title: 'Resolve CX-123',
  intro: 'Maria gave 2 of 5.',
  submit: 'Resolve',
  fields: [
    {
      kind: 'choice',
      name: 'outcome',
      label: 'Outcome',
      required: true,
      options: [
        { value: 'recovered', label: 'Recovered' },
        { value: 'partly', label: 'Partly' },
      ],
      initial: 'partly',
    },
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
  ],
};

describe('a form on a Teams card of its own', () => {
  it('says what it is about, asks its fields, sends them or goes back to the card', () => {
    const { body, actions } = renderForm(FORM);
    expect(body).toEqual([
      {
        type: 'TextBlock',
        text: 'Resolve CX-123',
        wrap: true,
        size: 'medium',
        weight: 'bolder',
        style: 'heading',
      },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Maria gave 2 of 5.' }], spacing: 'small' },
      {
        type: 'Input.ChoiceSet',
        id: 'resolve-outcome',
        label: 'Outcome',
        isRequired: true,
        errorMessage: 'Choose one.',
        value: 'partly',
        style: 'compact',
        placeholder: 'Choose…',
        choices: [
          { title: 'Recovered', value: 'recovered' },
          { title: 'Partly', value: 'partly' },
        ],
      },
      {
        type: 'Input.Text',
        id: 'resolve-note',
        label: 'Note',
        isRequired: false,
        isMultiline: true,
        maxLength: 2_000,
        placeholder: 'Shown.',
      },
      {
        type: 'Input.ChoiceSet',
        id: 'resolve-to',
        label: 'Who',
        isRequired: true,
        errorMessage: 'Choose somebody.',
        style: 'compact',
        placeholder: 'Name or e-mail address',
        choices: [],
        'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
      },
    ]);
    expect(actions?.map(({ title }) => title)).toEqual(['Resolve', 'Cancel']);
    expect(actions?.[0]).toMatchObject({
      verb: 'resolve',
      style: 'positive',
      data: { earshot: { v: 1, action: 'resolve', alert: 123, form: true } },
    });
    expect(actions?.[1]).toMatchObject({
      verb: 'refresh',
      associatedInputs: 'none',
      data: { earshot: { v: 1, action: 'refresh', alert: 123 } },
    });
  });

  it('comes back with what was given, and what is wrong right below its field', () => {
    const { body } = renderForm(FORM, {
      given: { outcome: 'recovered', note: 'refunded' },
      faults: { note: 'Say more.' },
    });
    expect(body[2]).toMatchObject({ id: 'resolve-outcome', value: 'recovered' });
    expect(body[3]).toMatchObject({ id: 'resolve-note', value: 'refunded' });
    expect(body[4]).toEqual({
      type: 'TextBlock',
      text: 'Say more.',
      wrap: true,
      size: 'small',
      color: 'attention',
      spacing: 'none',
    });
  });

  it.each(Object.keys(ALL_FORMS) as FormActionId[])(
    'keeps to every rule of Teams when it asks to %s',
    (action) => {
      const card = renderForm(ALL_FORMS[action].ask(VIEW, 'UTC'));
      expect(checkCard(card)).toEqual([]);
      expect(card.actions?.filter(({ style }) => style === 'positive')).toHaveLength(1);
    },
  );

  it('stays under 28 KB whatever was given', () => {
    const card = renderForm(
      { ...FORM, intro: '日本'.repeat(5_000) },
      { given: { note: '日'.repeat(50_000) }, faults: { note: '日'.repeat(5_000) } },
    );
    expect(sizeBytes(card)).toBeLessThanOrEqual(CONTENT_BYTES);
  });

  it('holds both texts of a section whole, in any script, for whoever puts them together', () => {
    const [theirs, own] = ['彼らの言葉', '私の言葉です'].map((words) => words.repeat(2_000).slice(0, 9_990));
    const [written] = PAPER.sections;
    const now = { ...written!, text: `${theirs!} 彼らの終わり`, version: 2, writtenBy: ANA };
    const card = renderForm(askRewriting(PAPER, { name: now.name, now, own: `${own!} 私の終わり` }));
    expect(JSON.stringify(card)).toContain('彼らの終わり');
    expect(JSON.stringify(card)).toContain('私の終わり');
    expect(sizeBytes(card)).toBeLessThanOrEqual(FORM_BYTES);
    expect(checkCard(card)).toEqual([]);
  });

  it('that must be mended shows what was given, and not what was taken out', () => {
    const [outcome, note] = FORM.fields;
    const form = { ...FORM, fields: [outcome!, { ...note!, initial: 'As it was.' }] } as Form;
    const given = { outcome: 'recovered' };
    expect(JSON.stringify(renderForm(form, { given, faults: { outcome: 'No.' } }))).not.toContain(
      'As it was.',
    );
    expect(JSON.stringify(renderForm(form))).toContain('As it was.');
  });
});
