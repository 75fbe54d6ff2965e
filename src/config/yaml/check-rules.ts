import { nearWord } from '../../domain/near-word.js';
import type { Misfit } from '../shape/misfit.js';
import { type Draft, mapOf, membersOf, textOf } from './draft.js';

/** The blanks that a reason may have, and the condition without which nothing would fill them. */
const BLANKS: Readonly<Record<string, string | undefined>> = {
  said: 'says',
  score: 'metric',
  tier: 'tier',
  reach: 'reach_at_least',
  happening: undefined,
};

/** Whether each rule does something, and whether the sentence on the card would be whole. */
export function checkRules(yaml: Draft): readonly Misfit[] {
  return membersOf(yaml['rules']).flatMap((each, index) => {
    const rule = mapOf(each);
    return [...doesNothing(rule, ['rules', index]), ...checkReason(rule, ['rules', index, 'reason'])];
  });
}

function doesNothing(rule: Draft, path: readonly PropertyKey[]): readonly Misfit[] {
  if (Object.keys(rule).length === 0 || rule['severity'] !== undefined || rule['theme'] !== undefined)
    return [];
  return [
    {
      path,
      message: 'has neither a severity nor a theme',
      mend: 'write what comes of it: severity, theme, or both',
    },
  ];
}

function checkReason(rule: Draft, path: readonly PropertyKey[]): readonly Misfit[] {
  const when = mapOf(rule['when']);
  const blanks = textOf(rule['reason'])?.matchAll(/\{([^{}]*)\}/gu) ?? [];
  return [...blanks].flatMap(([blank, name = '']): Misfit[] => {
    if (!Object.hasOwn(BLANKS, name)) {
      const meant = nearWord(name, Object.keys(BLANKS));
      const known = Object.keys(BLANKS)
        .map((each) => `{${each}}`)
        .join(', ');
      return [
        {
          path,
          message: 'has a blank in {} that nothing fills',
          mend: `${meant === undefined ? '' : `did you mean {${meant}}? `}Known: ${known}`,
        },
      ];
    }
    const needs = BLANKS[name];
    if (needs === undefined || when[needs] !== undefined) return [];
    return [
      {
        path,
        message: `has ${blank}, which would read “unknown”`,
        mend: `write ${needs} under when, or take ${blank} away`,
      },
    ];
  });
}
