import { type Heard, matchCondition } from './condition.js';
import type { Policy } from './policy.js';
import type { Severity } from './severity.js';

/** The team of the first route that takes it; the default team where none does. */
export function routeTo(
  heard: Heard,
  decided: { readonly theme: string; readonly severity: Severity },
  policy: Policy,
): string {
  const route = policy.routes.find(
    ({ when }) =>
      (!when.theme || when.theme.includes(decided.theme)) &&
      (!when.severity || when.severity.includes(decided.severity)) &&
      matchCondition(when, heard) !== undefined,
  );
  return route?.team ?? policy.defaultTeam;
}
