/** The senders that the settings name, ready to verify and read their calls. */
import type { Settings } from '../config/settings.js';
import type { ConfiguredSource } from '../http/configured-source.js';
import { ALL_SOURCES } from '../sources/all-sources.js';

/** By name. Throws where a type is none: the configuration has checked them before. */
export function configuredSources({
  sources,
  test,
}: Pick<Settings, 'sources' | 'test'>): ReadonlyMap<string, ConfiguredSource> {
  return new Map(
    sources.map(({ name, type, secrets, settings, limits, keepBodiesDays: retentionDays }) => {
      const known = ALL_SOURCES.find((each) => each.type === type);
      if (!known) throw new Error(`there is no type of source ${type}`);
      const source = known.create({ name, secrets, settings });
      return [name, { name, source, limits: test?.unlimited ? 'off' : limits, retentionDays }] as const;
    }),
  );
}
