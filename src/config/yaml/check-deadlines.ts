import type { Misfit } from '../shape/misfit.js';
import { type Draft, mapOf, textOf } from './draft.js';
import { durationMinutes } from './duration.js';

/** Whether nobody has to resolve before answering. */
export function checkDeadlines(yaml: Draft): readonly Misfit[] {
  return Object.entries(mapOf(yaml['deadlines'])).flatMap(([severity, times]) => {
    const path = ['deadlines', severity];
    const tiers = Object.entries(mapOf(mapOf(times)['tiers']));
    return [
      ...crossed(mapOf(times), path),
      ...tiers.flatMap(([tier, tierTimes]) => crossed(mapOf(tierTimes), [...path, 'tiers', tier])),
    ];
  });
}

function crossed(times: Draft, path: readonly PropertyKey[]): readonly Misfit[] {
  const respond = durationMinutes(textOf(times['respond']) ?? '');
  const resolve = durationMinutes(textOf(times['resolve']) ?? '');
  if (respond === undefined || resolve === undefined || respond <= resolve) return [];
  return [
    {
      path: [...path, 'resolve'],
      message: 'is shorter than respond',
      mend: 'give at least as long to resolve as to answer',
    },
  ];
}
