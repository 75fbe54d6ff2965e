/** Forms that somebody filled in: any that there is, its fields right, hostile, missing or somebody else's. */
import type { Answers, Form } from '../../src/cards/form.js';
import { everyForm, isTyped } from '../cards/every-form.js';
import { INJECTIONS } from '../cards/injections.js';
import type { Chance } from './seeded.js';

const FORMS = everyForm('refund');

/** What times, days, scores and addresses look like. */
const TYPED_RIGHT = ['tomorrow 10:00', 'in 2 weeks', '2 of 5', 'https://acme.example/1', 'refund', 'CX-1'];

export interface FilledIn {
  readonly form: Form;
  readonly answers: Answers;
}

/** `person`: somebody who is known. */
export function filledIn(chance: Chance, person: string): FilledIn {
  const form = chance.pick(FORMS);
  const answers = form.fields.flatMap((field) => {
    if (chance.happens(0.05)) return [];
    const words = chance.pick(INJECTIONS);
    const right = (): string => {
      if (field.kind === 'person') return person;
      return isTyped(field)
        ? chance.pick(TYPED_RIGHT)
        : chance.pick([...field.options.map(({ value }) => value), '1']);
    };
    const isHostile = chance.happens(isTyped(field) ? 0.6 : 0.1);
    return [[field.name, isHostile ? words : right()] as const];
  });
  return { form, answers: Object.fromEntries(answers) };
}
