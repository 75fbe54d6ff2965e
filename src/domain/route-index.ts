/** Routes filed by what they name, so that a signal is compared with the few that may take it, however many regions have a team. */
import type { Heard } from './condition.js';
import type { Route } from './policy.js';

/** What a signal has one of; a route is filed under the first that it names. */
const FILED_BY = ['region', 'businessUnit', 'tier', 'source'] as const;
type FiledBy = (typeof FILED_BY)[number];

export interface RouteIndex {
  readonly filed: Readonly<Record<FiledBy, ReadonlyMap<string, readonly Filed[]>>>;
  /** Routes that name none of these: any signal may take them. */
  readonly open: readonly Filed[];
}

interface Filed {
  readonly position: number;
  readonly route: Route;
}

export function indexRoutes(routes: readonly Route[]): RouteIndex {
  const filed = { region: new Map(), businessUnit: new Map(), tier: new Map(), source: new Map() } as Record<
    FiledBy,
    Map<string, Filed[]>
  >;
  const open: Filed[] = [];
  for (const [position, route] of routes.entries()) {
    const by = FILED_BY.find((each) => route.when[each] !== undefined);
    if (by === undefined) {
      open.push({ position, route });
      continue;
    }
    for (const name of new Set(route.when[by]?.map((each) => each.toLowerCase()))) {
      const known = filed[by].get(name);
      if (known) known.push({ position, route });
      else filed[by].set(name, [{ position, route }]);
    }
  }
  return { filed, open };
}

/** The routes that may take what was heard, in their order. */
export function routesFor({ filed, open }: RouteIndex, { lower }: Heard): readonly Route[] {
  const found: Filed[] = [];
  for (const by of FILED_BY) {
    const name = lower[by];
    if (name !== undefined) found.push(...(filed[by].get(name) ?? []));
  }
  const all = found.length === 0 ? open : [...found, ...open].sort((a, b) => a.position - b.position);
  return all.map(({ route }) => route);
}
