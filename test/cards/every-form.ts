/** Every form there is, as it may be asked: whoever adds one has it tried with every hostile word. */
import { ALL_FORMS } from '../../src/cards/all-forms.js';
import { ALL_POST_MORTEM_FORMS } from '../../src/cards/all-post-mortem-forms.js';
import type { Field, Form } from '../../src/cards/form.js';
import { askRewriting } from '../../src/cards/post-mortem-forms/rewrite-section.js';
import { askNote } from '../../src/cards/tellings/add-note.js';
import { askReport } from '../../src/cards/tellings/report-voice.js';
import { at, viewIn } from './acme.js';
import { PAPER } from './paper.js';

const READING = { now: at('12:30'), timeZone: 'UTC', partners: ['legal'] };

/** `words`: what already stands in those that are asked with something in them. */
export function everyForm(words: string): readonly Form[] {
  const [section] = PAPER.sections;
  const now = { ...section!, text: words };
  const message = { key: 'slack:C1:1.1', text: words, author: words };
  return [
    ...Object.values(ALL_FORMS).map((kind) => kind.ask(viewIn('claimed'), 'UTC')),
    ...Object.values(ALL_POST_MORTEM_FORMS).map((kind) => kind.ask(PAPER, READING)),
    askRewriting(PAPER, { name: section!.name, now }),
    askRewriting(PAPER, { name: section!.name, now, own: words }),
    askReport({ once: 'once', message }),
    askNote(message, [PAPER]),
  ];
}

export function isTyped(field: Field): field is Extract<Field, { kind: 'text' }> {
  return field.kind === 'text';
}
