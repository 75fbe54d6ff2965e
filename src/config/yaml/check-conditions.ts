import { METRICS, USUAL_SCALES } from '../../domain/score.js';
import type { Misfit } from '../shape/misfit.js';
import { type Draft, mapOf, membersOf, textsAt } from './draft.js';
import { DEFAULT_SOURCE } from './source-yaml.js';
import { unknownName } from './unknown-name.js';

/** What no condition of a rule or a route may be, though each of its keys is in form. */
export function checkConditions(yaml: Draft, themes: readonly string[]): readonly Misfit[] {
  const sources = sourceNames(yaml);
  return (['rules', 'routes'] as const).flatMap((list) =>
    membersOf(yaml[list]).flatMap((each, index) => {
      const when = mapOf(each)['when'];
      if (when === undefined) return [];
      return check(mapOf(when), [list, index, 'when'], { sources, themes });
    }),
  );
}

interface Known {
  readonly sources: readonly string[];
  readonly themes: readonly string[];
}

function check(when: Draft, path: readonly PropertyKey[], { sources, themes }: Known): readonly Misfit[] {
  const misfits: Misfit[] = [];
  if (Object.keys(when).length === 0) {
    misfits.push({
      path,
      message: 'is empty',
      mend: 'name at least one condition: without any, it would hold for every voice',
    });
  }
  for (const { text, path: at } of textsAt(when['source'], [...path, 'source'])) {
    if (!sources.includes(text)) misfits.push(unknownName(at, text, sources, 'source'));
  }
  for (const { text, path: at } of textsAt(when['theme'], [...path, 'theme'])) {
    if (!themes.includes(text)) misfits.push(unknownName(at, text, themes, 'theme'));
  }
  for (const key of ['says_except', 'even_when_happy'] as const) {
    if (when[key] === undefined || when['says'] !== undefined) continue;
    misfits.push({
      path: [...path, key],
      message: 'stands without says',
      mend: 'write says beside it, or take it away',
    });
  }
  return [...misfits, ...checkScore(when, path)];
}

function checkScore(when: Draft, path: readonly PropertyKey[]): readonly Misfit[] {
  const limit = when['score_at_most'];
  if (typeof limit !== 'number') return [];
  const at = [...path, 'score_at_most'];
  const metric = METRICS.find((each) => each === when['metric']);
  if (metric === undefined) {
    const mend = `write metric beside it, one of ${METRICS.join(', ')}: the same number means something else on each`;
    return when['metric'] === undefined ? [{ path: at, message: 'names no metric', mend }] : [];
  }
  const { min, max } = USUAL_SCALES[metric];
  if (limit >= min && limit <= max) return [];
  return [{ path: at, message: `is off the scale of ${metric}`, mend: `a number from ${min} to ${max}` }];
}

/** The sources as written, or the one that there is without any. */
function sourceNames(yaml: Draft): readonly string[] {
  const written = membersOf(yaml['sources']).flatMap((source) => textsAt(mapOf(source)['name'], []));
  return written.length > 0 ? written.map(({ text }) => text) : [DEFAULT_SOURCE.name];
}
