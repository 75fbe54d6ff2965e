import { z } from 'zod';
import type { Limits, SourceSettings } from '../settings.js';
import type { Misfit } from '../shape/misfit.js';
import { misfitsOf, unknownKey } from '../shape/misfits.js';
import { type Env, type ReadFile, readSecretFile } from '../variables.js';
import { type Draft, mapOf, membersOf, textOf, textsAt } from './draft.js';
import { type ConfigurableSource, sourceKeys, type SourceYaml } from './source-yaml.js';

/** A normal storm stays under it: ten times what a busy support desk sends, and every retry of an hour's outage at once. */
export const USUAL_LIMITS: Limits = { perSecond: 500, burst: 10_000 };
export const USUAL_KEEP_BODIES_DAYS = 30;
const BURST_SECONDS = 10;

interface Deps {
  readonly types: readonly ConfigurableSource[];
  readonly env: Env;
  readonly readFile: ReadFile;
}

/** What a source has beyond its written form: the settings of its type, and its secrets as the references lead to them. */
interface Looked {
  readonly settings?: unknown;
  readonly secrets: readonly string[];
}

/** Looks at every written source, whatever form the others have. */
export function lookAtSources(
  yaml: Draft,
  deps: Deps,
): { readonly looked: readonly Looked[]; readonly misfits: readonly Misfit[] } {
  const misfits: Misfit[] = [];
  const looked = membersOf(yaml['sources']).map((each, index) => {
    const source = mapOf(each);
    const path = ['sources', index];
    const type = deps.types.find((known) => known.type === source['type']);
    const secrets = textsAt(source['secrets'], [...path, 'secrets']).flatMap(({ text, path: at }) => {
      const read = followReference(text, deps, 'the secret that the sender signs with');
      if (read === undefined) return [];
      const wrong = 'secret' in read ? unfit(read.secret, type) : read;
      if (wrong) misfits.push({ path: at, ...wrong });
      return 'secret' in read ? [read.secret] : [];
    });
    if (!type) return { secrets };
    const settings = readSettingsOfType(source, type, path);
    if ('misfits' in settings) misfits.push(...settings.misfits);
    if ('misfits' in settings) return { secrets };
    const { value, wrong } = withSecrets(settings.value, type, { path, deps });
    misfits.push(...wrong);
    return { secrets, settings: value };
  });
  return { looked, misfits };
}

type Wrong = Omit<Misfit, 'path'>;

/** The secret that a reference leads to; undefined where it is no reference, which the schema says. */
function followReference(
  reference: string,
  { env, readFile }: Deps,
  meant: string,
): { readonly secret: string } | Wrong | undefined {
  const [, kind, rest = ''] = /^(env|file):(.+)$/u.exec(reference) ?? [];
  if (kind === 'file') return readSecretFile(rest, readFile);
  if (kind !== 'env') return undefined;
  const secret = env[rest]?.trim();
  return secret
    ? { secret }
    : {
        message: `names ${rest}, which is not set`,
        mend: `set ${rest} in the environment to ${meant}`,
      };
}

function unfit(secret: string, type: ConfigurableSource | undefined): Wrong | undefined {
  const wrong = type?.checkSecret?.(secret);
  return wrong === undefined
    ? undefined
    : {
        message: `leads to a secret that ${wrong}`,
        mend: `give the secret in the form that the type ${type?.type ?? ''} asks for`,
      };
}

function readSettingsOfType(
  source: Draft,
  type: ConfigurableSource,
  path: readonly PropertyKey[],
): { readonly value: unknown } | { readonly misfits: readonly Misfit[] } {
  const common = Object.keys(sourceKeys([type]));
  const own = keysOfType(type);
  const rest = Object.entries(source).filter(([key]) => !common.includes(key));
  const unknown = rest
    .filter(([key]) => !own.includes(key))
    .map(([key]) => unknownKey([...path, key], [...common, ...own]));
  const read = type.settings.safeParse(Object.fromEntries(rest.filter(([key]) => own.includes(key))), {
    reportInput: true,
  });
  const misfits = [...unknown, ...(read.success ? [] : misfitsOf(read.error, path))];
  return misfits.length > 0 || !read.success ? { misfits } : { value: read.data };
}

/** The settings of a type with the secrets to which some of them refer. */
function withSecrets(
  settings: unknown,
  { secretSettings = [] }: ConfigurableSource,
  { path, deps }: { readonly path: readonly PropertyKey[]; readonly deps: Deps },
): { readonly value: unknown; readonly wrong: readonly Misfit[] } {
  const value = { ...mapOf(settings) };
  const wrong: Misfit[] = [];
  for (const key of secretSettings) {
    const read = followReference(textOf(value[key]) ?? '', deps, `the ${key} that the sender was given`);
    if (read === undefined) continue;
    if ('secret' in read) value[key] = read.secret;
    else wrong.push({ path: [...path, key], ...read });
  }
  return { value, wrong };
}

/** The keys that a type has of its own, from its schema. */
function keysOfType({ settings }: ConfigurableSource): readonly string[] {
  const schema = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' });
  return Object.keys(schema.properties ?? {});
}

/** The sources of a yaml without misfits. */
export function sourcesFromYaml(
  sources: readonly SourceYaml[],
  looked: readonly Looked[],
): readonly SourceSettings[] {
  return sources.map(({ name, type, limits, keep_bodies_days: keepBodiesDays }, index) => ({
    name,
    type: textOf(type) ?? '',
    secrets: looked[index]?.secrets ?? [],
    settings: looked[index]?.settings,
    limits: readLimits(limits),
    keepBodiesDays: keepBodiesDays ?? USUAL_KEEP_BODIES_DAYS,
  }));
}

function readLimits(limits: SourceYaml['limits']): Limits | 'off' {
  if (limits === undefined) return USUAL_LIMITS;
  if (limits === 'off') return 'off';
  return { perSecond: limits.per_second, burst: limits.burst ?? limits.per_second * BURST_SECONDS };
}
