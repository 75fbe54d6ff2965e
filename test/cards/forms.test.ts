/** Long because every form is asked and read in one place. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ACTION_NAMES,
  ACTIONS,
  ACTIONS_WITH_FORM,
  type FormActionId,
  POST_MORTEM_ACTIONS,
} from '../../src/cards/actions.js';
import { ALL_FORMS } from '../../src/cards/all-forms.js';
import { cardButtons } from '../../src/cards/card-buttons.js';
import type { Answers, Form } from '../../src/cards/form.js';
import { ALERT_STATES } from '../../src/domain/alert.js';
import { at, heardAs, viewIn } from './acme.js';

const FORM_FILES = readdirSync(new URL('../../src/cards/forms', import.meta.url));

const readForm = (action: FormActionId, answers: Answers) =>
  ALL_FORMS[action].read(answers, { now: at('10:30'), timeZone: 'Europe/Berlin', view: viewIn('claimed') });

describe('the list of forms', () => {
  it('has every file of forms/, and a file for every action that asks first', () => {
    expect(FORM_FILES.length).toBeGreaterThan(0);
    const wanted = ACTIONS_WITH_FORM.map((action) => `${action.replaceAll('_', '-')}.ts`);
    expect([...FORM_FILES].sort()).toEqual([...wanted].sort());
    expect(Object.keys(ALL_FORMS).sort()).toEqual([...ACTIONS_WITH_FORM].sort());
  });

  it('asks under the action it is listed for', () => {
    for (const action of ACTIONS_WITH_FORM) {
      expect(ALL_FORMS[action].ask(viewIn('claimed'), 'UTC')).toMatchObject({ action, alert: 123 });
    }
  });
});

describe('the actions', () => {
  it('all have a name and a place on some card', () => {
    const cards = ALERT_STATES.flatMap((state) => {
      const { alert } = viewIn(state);
      return [alert, { ...alert, snoozedUntil: at('12:00') }].map(cardButtons);
    });
    const placed = new Set<string>(cards.flatMap(({ buttons, more }) => [...buttons, ...more]));
    // These three stand in reminders, and behind a menu that is too short.
    for (const action of ['remind_me', 'still_on_it', 'more_actions']) placed.add(action);
    // And these on the card of a post-mortem.
    for (const action of POST_MORTEM_ACTIONS) placed.add(action);
    for (const action of ACTIONS) {
      expect(ACTION_NAMES[action]).toMatch(/^[A-Z][a-z -]+…?$/u);
      expect(placed).toContain(action);
    }
    expect(Object.keys(ACTION_NAMES)).toHaveLength(ACTIONS.length);
  });
});

describe('what is asked', () => {
  it('before resolving: outcome, cause and what was done', () => {
    expect(ALL_FORMS.resolve.ask(viewIn('claimed'), 'UTC')).toEqual({
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
    expect(ALL_FORMS.take_over.ask(viewIn('claimed'), 'UTC')).toMatchObject({
      title: 'Take over CX-123',
      intro: 'Maria Lopez at Acme gave 2 of 5 after a call about refunds. Kim has it now.',
      fields: [{ kind: 'text', name: 'why', required: true }],
    });
  });

  it('before changing the severity: the present one is chosen already', () => {
    expect(ALL_FORMS.change_severity.ask(viewIn('open'), 'UTC')).toMatchObject({
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
      ALL_FORMS[action].ask({ ...view, alert: { ...view.alert, number: 123_456_789 } }, 'UTC'),
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
      readForm('resolve', {
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
    expect(readForm('dismiss', { dismissal: 'handled', note: ' ' })).toEqual({
      change: { verb: 'dismiss', dismissal: 'handled' },
    });
    expect(readForm('reassign', { to: 'staff-ana', why: 'knows them' })).toEqual({
      change: { verb: 'reassign', to: 'staff-ana', why: 'knows them' },
    });
    expect(readForm('take_over', { why: 'Kim is off' })).toEqual({
      change: { verb: 'take_over', why: 'Kim is off' },
    });
    expect(readForm('change_severity', { to: 'low' })).toEqual({
      change: { verb: 'change_severity', to: 'low' },
    });
  });

  it('names every fault at once, under its field', () => {
    expect(readForm('resolve', { outcome: 'won', rootCause: ' \u200b ', note: 'n'.repeat(2_001) })).toEqual({
      faults: {
        outcome: 'Choose what came of it.',
        rootCause: 'Say in a few words what caused it.',
        note: 'At most 2,000 characters; this has 2,001.',
      },
    });
    expect(readForm('resolve', {})).toEqual({
      faults: { outcome: 'Choose what came of it.', rootCause: 'Say in a few words what caused it.' },
    });
    expect(readForm('take_over', { why: 'w'.repeat(501) })).toEqual({
      faults: { why: 'At most 500 characters; this has 501.' },
    });
    expect(readForm('take_over', { why: '' })).toEqual({
      faults: { why: 'Say in a few words why you take it over.' },
    });
    expect(readForm('reassign', {})).toEqual({ faults: { to: 'Choose who should have it.' } });
    expect(readForm('change_severity', { to: 'urgent' })).toEqual({
      faults: { to: 'Choose a severity.' },
    });
  });

  it('wants a note with "Something else", and with nothing else', () => {
    expect(readForm('dismiss', { dismissal: 'other' })).toEqual({
      faults: { note: 'Say in a few words what it is.' },
    });
    expect(readForm('dismiss', { dismissal: 'other', note: 'trial order' })).toEqual({
      change: { verb: 'dismiss', dismissal: 'other', note: 'trial order' },
    });
  });

  it('does not take what every object has for an answer', () => {
    expect(readForm('change_severity', { to: 'constructor' })).toEqual({
      faults: { to: 'Choose a severity.' },
    });
  });

  it('takes a text of exactly the longest length', () => {
    expect(readForm('take_over', { why: 'w'.repeat(500) })).toHaveProperty('change');
  });

  it('puts off for a span, or until a time on the clock of whoever asks', () => {
    expect(readForm('snooze', { span: '4h', until: 'nonsense' })).toEqual({
      change: { verb: 'snooze', until: at('14:30') },
    });
    expect(readForm('remind_me', { span: 'until', until: '15:00' })).toEqual({
      change: { verb: 'snooze', until: at('14:00') },
    });
    const nextHours = { at: at('14:00'), timeZone: 'Europe/Berlin' };
    const [span] = ALL_FORMS.snooze.ask(viewIn('open'), 'UTC', nextHours).fields;
    expect(span).toMatchObject({
      options: [
        { label: '1 hour' },
        { label: '4 hours' },
        { value: 'hours', label: 'Until next working hours: Fri 20 Nov, 15:00 Berlin time' },
        { label: '1 day' },
        { label: 'Until a time' },
      ],
    });
    const reading = { now: at('10:30'), timeZone: 'UTC', view: viewIn('open'), nextHours };
    expect(ALL_FORMS.remind_me.read({ span: 'hours' }, reading)).toEqual({
      change: { verb: 'snooze', until: at('14:00') },
    });
    expect(readForm('snooze', { span: 'until' })).toEqual({
      faults: { until: 'Say until when. Examples: 15:00, tomorrow 9:30, Mon 9:00, 24 Nov 15:00.' },
    });
    expect(readForm('snooze', { span: 'until', until: 'soon' })).toEqual({
      faults: {
        until: 'I cannot read “soon” as a time. Examples: 15:00, tomorrow 9:30, Mon 9:00, 24 Nov 15:00.',
      },
    });
    expect(readForm('snooze', { span: 'until', until: '2026-11-19 9:00' })).toMatchObject({
      faults: { until: expect.stringContaining('is past') as string },
    });
    expect(readForm('snooze', { span: 'until', until: '2028-11-19 9:00' })).toMatchObject({
      faults: { until: expect.stringContaining('more than a year away') as string },
    });
  });

  it('takes a promise on the clock of the customer, else of whoever promises, and the form says which', () => {
    const customer = { id: 'c', timeZone: 'America/New_York' };
    const view = { ...viewIn('claimed'), customer };
    const reading = { now: at('10:30'), timeZone: 'Europe/Berlin' };
    expect(ALL_FORMS.promise.read({ due: '9:00' }, { ...reading, view })).toEqual({
      change: { verb: 'promise', due: at('14:00'), timeZone: 'America/New_York' },
    });
    const unknown = { ...view, customer: { id: 'c', timeZone: 'Mars/Olympus' } };
    expect(ALL_FORMS.promise.read({ due: '15:00' }, { ...reading, view: unknown })).toEqual({
      change: { verb: 'promise', due: at('14:00'), timeZone: 'Europe/Berlin' },
    });
    const label = (of: typeof view) => ALL_FORMS.promise.ask(of, 'Europe/Berlin').fields[0]?.label;
    expect(label(view)).toBe("When, in the customer's own time (New York time)");
    expect(label(unknown)).toBe("When, in Berlin time (the customer's is not known)");
  });

  it('reads a contact with its note and the next one', () => {
    const answers = { channel: 'call', result: 'no_answer', note: 'voicemail', next: 'tomorrow 9:30' };
    expect(readForm('log_contact', answers)).toEqual({
      change: {
        verb: 'log_contact',
        channel: 'call',
        result: 'no_answer',
        note: 'voicemail',
        next: new Date('2026-11-21T08:30:00Z'),
      },
    });
    expect(readForm('log_contact', { next: 'x' })).toMatchObject({
      faults: { channel: 'Choose how.', result: 'Choose what came of it.' },
    });
  });
});
