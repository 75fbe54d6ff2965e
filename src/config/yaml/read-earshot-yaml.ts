import type { Audience } from '../../domain/digest/audience.js';
import { oneAddressOf, type PersonLink } from '../../domain/one-address.js';
import type { Policy } from '../../domain/policy.js';
import { NO_THEME } from '../../domain/triage.js';
import { builtInRules } from '../built-in-rules/built-in-rules.js';
import { BUILT_IN_THEMES } from '../built-in-themes.js';
import type { NoteFault } from '../config-fault.js';
import { DEFAULT_THRESHOLDS } from '../default-policy.js';
import type { Operator, SourceSettings } from '../settings.js';
import { pathInWords } from '../shape/misfit.js';
import { misfitsOf } from '../shape/misfits.js';
import type { Env, ReadFile } from '../variables.js';
import { checkConditions } from './check-conditions.js';
import { checkDeadlines } from './check-deadlines.js';
import { checkDigests } from './check-digests.js';
import { checkNames } from './check-names.js';
import { checkPeople } from './check-people.js';
import { checkRules } from './check-rules.js';
import { checkTeams } from './check-teams.js';
import { DEFAULT_DIGESTS, readDigest } from './digest-yaml.js';
import { type Draft, mapOf, membersOf, textOf } from './draft.js';
import { earshotYaml } from './earshot-yaml.js';
import { readPeople } from './people-yaml.js';
import { readCallsPerDay } from './model-yaml.js';
import { policyFromYaml } from './policy-from-yaml.js';
import { lookAtSources, sourcesFromYaml } from './read-sources.js';
import type { ConfigurableSource } from './source-yaml.js';
import { type LinedMisfit, readYamlText } from './yaml-text.js';

interface Configured {
  readonly policy: Policy;
  /** As written: empty where none is. */
  readonly sources: readonly SourceSettings[];
  readonly people: readonly PersonLink[];
  readonly digests: readonly Audience[];
  readonly modelCallsPerDay: number;
  readonly operator?: Operator;
}

interface YamlDeps {
  readonly types: readonly ConfigurableSource[];
  readonly env: Env;
  readonly readFile: ReadFile;
  readonly slackConfigured: boolean;
  readonly teamsConfigured: boolean;
}

/** What the text of earshot.yaml configures; undefined, with every fault noted, where something is wrong. An empty text is all defaults. */
export function readEarshotYaml(
  text: string,
  { fileName, fault, ...deps }: YamlDeps & { readonly fileName: string; readonly fault: NoteFault },
): Configured | undefined {
  const note = ({ path, line, message, mend }: LinedMisfit): void => {
    const inside = path.length > 0 ? `: ${pathInWords(path)}` : '';
    const where = line === undefined ? '' : ` (line ${line})`;
    fault({ path: fileName + inside + where, message, mend });
  };
  const yaml = readYamlText(text);
  if ('misfits' in yaml) {
    yaml.misfits.forEach(note);
    return undefined;
  }
  const draft = mapOf(yaml.value);
  const { looked, misfits: sourceMisfits } = lookAtSources(draft, deps);
  const read = earshotYaml(deps.types).safeParse(yaml.value, { reportInput: true });
  const misfits = [
    ...(read.success ? [] : misfitsOf(read.error)),
    ...sourceMisfits,
    ...checkNames(draft),
    ...checkPeople(draft),
    ...checkTeams(draft, deps.slackConfigured),
    ...checkConditions(draft, themesOf(draft)),
    ...checkRules(draft),
    ...checkDeadlines(draft),
    ...checkDigests(draft, { slack: deps.slackConfigured, teams: deps.teamsConfigured }),
  ];
  const lined = misfits.map((misfit) => ({ ...misfit, line: yaml.lineOf(misfit.path) ?? 0 }));
  for (const { line, ...misfit } of lined.toSorted((a, b) => a.line - b.line)) {
    note(line === 0 ? misfit : { ...misfit, line });
  }
  if (!read.success || misfits.length > 0) return undefined;
  const operator = read.data.desk?.operator;
  const people = readPeople(read.data.people);
  const oneAddress = oneAddressOf(people);
  return {
    policy: policyFromYaml(read.data),
    people,
    digests: read.data.digests?.map((each) => readDigest(each, oneAddress)) ?? DEFAULT_DIGESTS,
    modelCallsPerDay: readCallsPerDay(read.data.model),
    sources: sourcesFromYaml(read.data.sources ?? [], looked),
    ...(operator && {
      operator: { name: operator.name, ...(operator.email !== undefined && { email: operator.email }) },
    }),
  };
}

/** The themes that a rule or the taxonomy may name, built-in or written: a route on any other would never be taken. */
function themesOf(yaml: Draft): readonly string[] {
  const written = membersOf(yaml['rules']).flatMap((rule) => textOf(mapOf(rule)['theme']) ?? []);
  const read = membersOf(mapOf(yaml['reading'])['themes']).flatMap(
    (theme) => textOf(mapOf(theme)['name']) ?? [],
  );
  const builtIn = builtInRules(DEFAULT_THRESHOLDS).flatMap(({ theme }) => theme ?? []);
  const themes = BUILT_IN_THEMES.map(({ theme }) => theme);
  return [...new Set([...written, ...read, ...builtIn, ...themes, NO_THEME])];
}
