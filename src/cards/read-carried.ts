import { CARRIED_MAX_LENGTH, type Form } from './form.js';

const MOST_CARRIED = 20;

/** What a form carried unseen through a person's client and back: short texts under plain names, and nothing else. */
export function readCarried(value: object): NonNullable<Form['carried']> {
  const read = Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([name, each]) =>
    /^[a-zA-Z]{1,20}$/u.test(name) && typeof each === 'string' && each.length <= CARRIED_MAX_LENGTH
      ? [[name, each] as const]
      : [],
  );
  return Object.fromEntries(read.slice(0, MOST_CARRIED));
}
