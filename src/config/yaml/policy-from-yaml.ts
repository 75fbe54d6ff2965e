import type { Policy, Rule } from '../../domain/policy.js';
import { METRICS } from '../../domain/score.js';
import { builtInRules } from '../built-in-rules/built-in-rules.js';
import { DEFAULT_TEAM, DEFAULT_THRESHOLDS } from '../default-policy.js';
import { readDeadlines } from './deadlines-yaml.js';
import type { EarshotYaml } from './earshot-yaml.js';
import { readPostMortems } from './post-mortems-yaml.js';
import { readReading } from './reading-yaml.js';
import { readRoute, readRule } from './rule-yaml.js';
import { linkEmails, readPeople } from './people-yaml.js';
import { readTeam } from './team-yaml.js';

/** A checked earshot.yaml over the default policy: what is not written keeps its default. */
export function policyFromYaml(yaml: EarshotYaml): Policy {
  const written = linkEmails(yaml.teams?.map(readTeam) ?? [], readPeople(yaml.people));
  const teams = written.length > 0 ? written : [DEFAULT_TEAM];
  const defaultTeam = yaml.default_team ?? teams[0]?.name ?? DEFAULT_TEAM.name;
  const thresholds = readThresholds(yaml);
  return {
    rules: readRules(yaml, thresholds),
    thresholds,
    routes: yaml.routes?.map(readRoute) ?? [],
    teams,
    defaultTeam,
    fallbackTeam: yaml.fallback_team ?? defaultTeam,
    ...readDeadlines(yaml.deadlines),
    reading: readReading(yaml.reading),
    postMortems: readPostMortems(yaml.post_mortems),
  };
}

/** The written rules first, then the built-in ones that no written rule has the name of. */
function readRules(
  { rules = [], built_in_rules: builtIn = true }: EarshotYaml,
  thresholds: Policy['thresholds'],
): readonly Rule[] {
  const written = rules.map(readRule);
  if (builtIn === false) return written;
  const without = new Set([...written.map(({ name }) => name), ...(builtIn === true ? [] : builtIn.except)]);
  return [...written, ...builtInRules(thresholds).filter(({ name }) => !without.has(name))];
}

/** Lower than any score, so that none is at or below it. */
const NEVER = -1;

function readThresholds({ thresholds = {} }: EarshotYaml): Policy['thresholds'] {
  const given = METRICS.flatMap((metric) => {
    const value = thresholds[metric];
    return value === undefined ? [] : [[metric, value === 'off' ? NEVER : value] as const];
  });
  return { ...DEFAULT_THRESHOLDS, ...Object.fromEntries(given) };
}
