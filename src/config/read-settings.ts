import type { ConfigFault, NoteFault } from './config-fault.js';
import { type Environment, readEnvironment } from './environment.js';
import type { Settings } from './settings.js';
import type { Env, ReadFile } from './variables.js';
import { BrokenSecretFile } from './kept-secret.js';
import type { WebhookSecret } from './webhook-secret.js';
import { readEarshotYaml } from './yaml/read-earshot-yaml.js';
import { USUAL_KEEP_BODIES_DAYS, USUAL_LIMITS } from './yaml/read-sources.js';
import { DEFAULT_SOURCE, type ConfigurableSource } from './yaml/source-yaml.js';

const DEFAULT_OPERATOR = { name: 'Desk operator' };

interface SettingsDeps {
  readonly env: Env;
  readonly readFile: ReadFile;
  readonly sourceTypes: readonly ConfigurableSource[];
  /** Called once, and only where everything else is right and no source is configured. */
  readonly keepWebhookSecret: (dataDirectory: string) => WebhookSecret;
}

/** Everything that was configured, or every fault of it at once: nothing starts half-configured. */
export function readSettings(deps: SettingsDeps): Settings | { readonly faults: readonly ConfigFault[] } {
  const faults: ConfigFault[] = [];
  const fault: NoteFault = (each) => void faults.push(each);
  const environment = readEnvironment({ env: deps.env, readFile: deps.readFile, fault });
  const file = readConfigFile(environment, deps.readFile);
  if ('path' in file) return { faults: [...faults, file] };
  const configured = readEarshotYaml(file.text ?? '', {
    fileName: environment.configFile.path.replace(/^\.\//u, ''),
    types: deps.sourceTypes,
    slackConfigured: environment.meansSlack,
    teamsConfigured: environment.settings.teams !== undefined,
    env: deps.env,
    readFile: deps.readFile,
    fault,
  });
  if (!configured || faults.length > 0) return { faults };
  const settings = {
    ...environment.settings,
    ...(environment.model && {
      model: { ...environment.model, callsPerDay: configured.modelCallsPerDay },
    }),
    people: configured.people,
    policy: configured.policy,
    digests: configured.digests,
    operator: configured.operator ?? DEFAULT_OPERATOR,
    usesDefaults: file.text === undefined,
  };
  if (configured.sources.length > 0) return { ...settings, sources: configured.sources };
  const own = keepOwnSecret(settings.dataDirectory, deps.keepWebhookSecret);
  return 'path' in own ? { faults: [own] } : { ...settings, ...withDefaultSource(own) };
}

/** No text: there is no file, and none was named. */
function readConfigFile(
  { configFile: { path, mustExist } }: Environment,
  readFile: ReadFile,
): { readonly text?: string } | ConfigFault {
  try {
    return { text: readFile(path) };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' && !mustExist) return {};
    return {
      path: mustExist ? 'EARSHOT_CONFIG' : path,
      message:
        code === 'ENOENT' ? 'names a file that does not exist' : `cannot be read${code && ` (${code})`}`,
      mend: 'name a file that exists and that Earshot may read; unset, it is ./earshot.yaml where present',
    };
  }
}

function keepOwnSecret(
  dataDirectory: string,
  keep: SettingsDeps['keepWebhookSecret'],
): WebhookSecret | ConfigFault {
  try {
    return keep(dataDirectory);
  } catch (error) {
    const mend =
      'make it a directory that Earshot may write to, or configure sources with secrets of their own in earshot.yaml';
    if (!(error instanceof BrokenSecretFile)) {
      const code = codeOf(error);
      return { path: 'EARSHOT_DATA', message: `cannot hold the webhook secret${code && ` (${code})`}`, mend };
    }
    return {
      path: 'EARSHOT_DATA',
      message: 'has a file webhook-secret that holds no webhook secret',
      mend: 'take the file away, and Earshot makes a new one; or put whsec_ and base64 of 24 to 64 bytes into it',
    };
  }
}

function withDefaultSource({ secret, file, isNew }: WebhookSecret): Pick<Settings, 'sources' | 'ownSecret'> {
  const source = {
    ...DEFAULT_SOURCE,
    secrets: [secret],
    settings: {},
    limits: USUAL_LIMITS,
    keepBodiesDays: USUAL_KEEP_BODIES_DAYS,
  };
  return { sources: [source], ownSecret: { file, isNew } };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
