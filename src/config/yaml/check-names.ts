import type { Misfit } from '../shape/misfit.js';
import { type Draft, mapOf, membersOf, textOf } from './draft.js';

const NAMED = ['sources', 'teams', 'rules'] as const;

/** Names that stand twice in a list where each stands for one. */
export function checkNames(yaml: Draft): readonly Misfit[] {
  return NAMED.flatMap((list) => {
    const first = new Map<string, number>();
    return membersOf(yaml[list]).flatMap((each, index): Misfit[] => {
      const name = textOf(mapOf(each)['name'])?.toLowerCase();
      if (name === undefined) return [];
      const before = first.get(name);
      if (before === undefined) {
        first.set(name, index);
        return [];
      }
      return [
        {
          path: [list, index, 'name'],
          message: `is the name of ${list}[${before}] too`,
          mend: 'give each a name of its own',
        },
      ];
    });
  });
}
