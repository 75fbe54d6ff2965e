import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTION_NAMES, ACTIONS, ACTIONS_WITH_FORM } from '../../src/cards/actions.js';
import { ALL_FORMS } from '../../src/cards/all-forms.js';
import { CARD_BUTTONS } from '../../src/cards/card-buttons.js';
import type { Form } from '../../src/cards/form.js';
import { heardAs, viewIn } from './acme.js';

const FORM_FILES = readdirSync(new URL('../../src/cards/forms', import.meta.url));

describe('the list of forms', () => {
  it('has every file of forms/, and a file for every action that asks first', () => {
    expect(FORM_FILES.length).toBeGreaterThan(0);
    const wanted = ACTIONS_WITH_FORM.map((action) => `${action.replaceAll('_', '-')}.ts`);
    expect([...FORM_FILES].sort()).toEqual([...wanted].sort());
    expect(Object.keys(ALL_FORMS).sort()).toEqual([...ACTIONS_WITH_FORM].sort());
  });

  it('asks under the action it is listed for', () => {
    for (const action of ACTIONS_WITH_FORM) {
      expect(ALL_FORMS[action].ask(viewIn('claimed'))).toMatchObject({ action, alert: 123 });
    }
  });
});

describe('the actions', () => {
  it('all have a name and a place on some card', () => {
    const placed = new Set(Object.values(CARD_BUTTONS).flatMap(({ buttons, more }) => [...buttons, ...more]));
    for (const action of ACTIONS) {
      expect(ACTION_NAMES[action]).toMatch(/^[A-Z][a-z ]+$/u);
      expect(placed).toContain(action);
    }
    expect(Object.keys(ACTION_NAMES)).toHaveLength(ACTIONS.length);
  });
});

describe('what is asked', () => {
  it('before resolving: outcome, cause and what was done', () => {
    expect(ALL_FORMS.resolve.ask(viewIn('claimed'))).toEqual({
      action: 'resolve',
      alert: 123,
      title: 'Resolve CX-123',
      intro: 'Maria Lopez at Acme gave 2 of 5 after a call about refunds.',
      submit: 'Resolve',
      fields: [
        {
          kind: 'choice',
          name: 'outcome',
          label: 'What came of it for the customer',
          required: true,
          options: [
            { value: 'recovered', label: 'Recovered' },
            { value: 'partly', label: 'Partly recovered' },
            { value: 'not_recoverable', label: 'Not recoverable' },
            { value: 'no_reply', label: 'No reply from the customer' },
            { value: 'not_an_issue', label: 'Not an issue after all' },
            { value: 'duplicate', label: 'Duplicate of another alert' },
          ],
        },
        {
          kind: 'text',
          name: 'rootCause',
          label: 'What caused it',
          required: true,
          multiline: false,
          maxLength: 500,
          hint: 'A few words: “refund stuck in review”.',
        },
        {
          kind: 'text',
          name: 'note',
          label: 'What was done',
          required: false,
          multiline: true,
          maxLength: 2_000,
          hint: 'Shown on the card: “refunded and called back”.',
        },
      ],
    } satisfies Form);
  });

  it('before taking over: only why, and it names the owner', () => {
    expect(ALL_FORMS.take_over.ask(viewIn('claimed'))).toMatchObject({
      title: 'Take over CX-123',
      intro: 'Maria Lopez at Acme gave 2 of 5 after a call about refunds. Kim has it now.',
      fields: [{ kind: 'text', name: 'why', required: true }],
    });
  });

  it('before changing the severity: the present one is chosen already', () => {
    expect(ALL_FORMS.change_severity.ask(viewIn('open'))).toMatchObject({
      fields: [
        { kind: 'choice', name: 'to', initial: 'high' },
        { kind: 'text', name: 'why', required: false },
      ],
    });
  });

  /** Modal title and submit 24, option 75, label and hint 2,000, input 3,000: https://docs.slack.dev/reference/block-kit. */
  it('fits the narrowest platform, whatever the customer is called', () => {
    const view = heardAs({ speaker: 'M'.repeat(5_000), happening: 'x'.repeat(5_000) }, viewIn('claimed'));
    const forms = ACTIONS_WITH_FORM.map((action) =>
      ALL_FORMS[action].ask({ ...view, alert: { ...view.alert, number: 123_456_789 } }),
    );
    for (const { title, submit, intro, fields } of forms) {
      expect(title.length).toBeLessThanOrEqual(24);
      expect(submit.length).toBeLessThanOrEqual(24);
      expect(intro?.length ?? 0).toBeLessThan(300);
      for (const field of fields) {
        expect(field.label.length).toBeLessThanOrEqual(75);
        if (field.kind === 'text') expect(field.maxLength).toBeLessThanOrEqual(3_000);
        if (field.kind === 'choice')
          expect(field.options.every(({ label }) => label.length <= 75)).toBe(true);
      }
    }
  });
});

describe('reading the answers', () => {
  it('makes the change that was asked for, without stray space and hidden characters', () => {
    expect(
      ALL_FORMS.resolve.read({
        outcome: 'recovered',
        rootCause: '  refund stuck\u202e in review\n',
        note: 'refunded\r\nand called back',
      }),
    ).toEqual({
      change: {
        verb: 'resolve',
        outcome: 'recovered',
        rootCause: 'refund stuck in review',
        note: 'refunded\nand called back',
      },
    });
    expect(ALL_FORMS.dismiss.read({ dismissal: 'handled', note: ' ' })).toEqual({
      change: { verb: 'dismiss', dismissal: 'handled' },
    });
    expect(ALL_FORMS.reassign.read({ to: 'staff-ana', why: 'knows them' })).toEqual({
      change: { verb: 'reassign', to: 'staff-ana', why: 'knows them' },
    });
    expect(ALL_FORMS.take_over.read({ why: 'Kim is off' })).toEqual({
      change: { verb: 'take_over', why: 'Kim is off' },
    });
    expect(ALL_FORMS.change_severity.read({ to: 'low' })).toEqual({
      change: { verb: 'change_severity', to: 'low' },
    });
  });

  it('names every fault at once, under its field', () => {
    expect(
      ALL_FORMS.resolve.read({ outcome: 'won', rootCause: ' \u200b ', note: 'n'.repeat(2_001) }),
    ).toEqual({
      faults: {
        outcome: 'Choose what came of it.',
        rootCause: 'Say in a few words what caused it.',
        note: 'At most 2,000 characters; this has 2,001.',
      },
    });
    expect(ALL_FORMS.resolve.read({})).toEqual({
      faults: { outcome: 'Choose what came of it.', rootCause: 'Say in a few words what caused it.' },
    });
    expect(ALL_FORMS.take_over.read({ why: 'w'.repeat(501) })).toEqual({
      faults: { why: 'At most 500 characters; this has 501.' },
    });
    expect(ALL_FORMS.take_over.read({ why: '' })).toEqual({
      faults: { why: 'Say in a few words why you take it over.' },
    });
    expect(ALL_FORMS.reassign.read({})).toEqual({ faults: { to: 'Choose who should have it.' } });
    expect(ALL_FORMS.change_severity.read({ to: 'urgent' })).toEqual({
      faults: { to: 'Choose a severity.' },
    });
  });

  it('wants a note with "Something else", and with nothing else', () => {
    expect(ALL_FORMS.dismiss.read({ dismissal: 'other' })).toEqual({
      faults: { note: 'Say in a few words what it is.' },
    });
    expect(ALL_FORMS.dismiss.read({ dismissal: 'other', note: 'trial order' })).toEqual({
      change: { verb: 'dismiss', dismissal: 'other', note: 'trial order' },
    });
  });

  it('does not take what every object has for an answer', () => {
    expect(ALL_FORMS.change_severity.read({ to: 'constructor' })).toEqual({
      faults: { to: 'Choose a severity.' },
    });
  });

  it('takes a text of exactly the longest length', () => {
    expect(ALL_FORMS.take_over.read({ why: 'w'.repeat(500) })).toHaveProperty('change');
  });
});
