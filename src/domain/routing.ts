import { type Heard, matchCondition } from './condition.js';
import type { Policy, Route } from './policy.js';
import { indexRoutes, type RouteIndex, routesFor } from './route-index.js';
import type { Severity } from './severity.js';

/** The team of the first route that takes it; the default team where none does. */
export function routeTo(
  heard: Heard,
  decided: { readonly theme: string; readonly severity: Severity },
  policy: Policy,
): string {
  const route = routesFor(indexOf(policy.routes), heard).find(
    ({ when }) =>
      (!when.theme || when.theme.includes(decided.theme)) &&
      (!when.severity || when.severity.includes(decided.severity)) &&
      matchCondition(when, heard) !== undefined,
  );
  return route?.team ?? policy.defaultTeam;
}

/** Routes live as long as the process. */
const indexes = new WeakMap<readonly Route[], RouteIndex>();

function indexOf(routes: readonly Route[]): RouteIndex {
  const known = indexes.get(routes);
  if (known) return known;
  const index = indexRoutes(routes);
  indexes.set(routes, index);
  return index;
}
