import type { Misfit } from '../shape/misfit.js';
import { type Draft, mapOf, membersOf, textsAt } from './draft.js';

/** Addresses that stand under more than one person: each belongs to one. */
export function checkPeople(yaml: Draft): readonly Misfit[] {
  const owner = new Map<string, number>();
  return membersOf(yaml['people']).flatMap((each, index) => {
    const person = mapOf(each);
    const path = ['people', index];
    const addresses = [
      ...textsAt(person['email'], [...path, 'email']),
      ...textsAt(person['also'], [...path, 'also']),
    ];
    return addresses.flatMap(({ text, path: at }): Misfit[] => {
      const address = text.toLowerCase();
      const before = owner.get(address);
      owner.set(address, before ?? index);
      if (before === undefined || before === index) return [];
      return [
        {
          path: at,
          message: `is an address of people[${before}] too`,
          mend: 'write all addresses of one person in one place',
        },
      ];
    });
  });
}
