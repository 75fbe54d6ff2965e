import type { NoteFault } from './config-fault.js';
import { readModelVariables } from './model-variables.js';
import { LOG_LEVELS, type LogLevel, type ModelSettings, type Settings } from './settings.js';
import { readSlackVariables } from './slack-variables.js';
import { readTeamsVariables } from './teams-variables.js';
import { readTestMarks } from './test-marks.js';
import { createVariables, type Env, noteMistypedNames, type ReadFile, type Variables } from './variables.js';

export interface Environment {
  readonly settings: Omit<
    Settings,
    'sources' | 'people' | 'policy' | 'digests' | 'operator' | 'usesDefaults' | 'ownSecret' | 'model'
  >;
  /** Present where a key is. */
  readonly model?: Omit<ModelSettings, 'callsPerDay'>;
  /** Whether something of Slack is set, be it wrong: then faults about its absence would mislead. */
  readonly meansSlack: boolean;
  readonly configFile: { readonly path: string; readonly mustExist: boolean };
}

/** What the environment says, its defaults filled in; every fault is noted, and then the result is of no use. */
export function readEnvironment({
  env,
  readFile,
  fault,
}: {
  readonly env: Env;
  readonly readFile: ReadFile;
  readonly fault: NoteFault;
}): Environment {
  const variables = createVariables({ env, readFile, fault });
  noteMistypedNames(env, fault);
  const host = readHost(variables, fault);
  const port = readPort(variables, 'PORT', 3000, fault);
  const deskPort = readPort(variables, 'DESK_PORT', 3001, fault);
  if (port === deskPort && port !== 0) {
    fault({
      path: 'DESK_PORT',
      message: 'is the same as PORT',
      mend: 'give each listener a port of its own',
    });
  }
  const databaseUrl = readDatabaseUrl(variables, fault);
  const { slack, meansSlack } = readSlackVariables(variables, fault);
  const teams = readTeamsVariables(variables, host, fault);
  const model = readModelVariables(variables, fault);
  const marks = variables.text('EARSHOT_TEST');
  const test = marks === undefined ? undefined : readTestMarks(marks, host, fault);
  const named = variables.text('EARSHOT_CONFIG');
  return {
    settings: {
      host,
      port,
      deskPort,
      dataDirectory: variables.text('EARSHOT_DATA') ?? './data',
      logLevel: readLogLevel(variables, fault),
      ...(databaseUrl !== undefined && { databaseUrl }),
      ...(slack && { slack }),
      ...(teams && { teams }),
      ...(test && { test }),
    },
    meansSlack,
    ...(model && { model }),
    configFile: { path: named ?? './earshot.yaml', mustExist: named !== undefined },
  };
}

function readHost(variables: Variables, fault: NoteFault): string {
  const host = variables.text('HOST') ?? '127.0.0.1';
  if (!/^[\w.:%-]+$/u.test(host)) {
    fault({
      path: 'HOST',
      message: 'is no host name or address',
      mend: '127.0.0.1, or 0.0.0.0 to listen on every address',
    });
  }
  return host;
}

function readPort(variables: Variables, name: 'PORT' | 'DESK_PORT', usual: number, fault: NoteFault): number {
  const text = variables.text(name);
  if (text === undefined) return usual;
  if (/^\d{1,5}$/u.test(text) && Number(text) <= 65_535) return Number(text);
  fault({
    path: name,
    message: 'is no port',
    mend: `a whole number from 0 to 65535, such as ${usual}; 0 takes any free port`,
  });
  return usual;
}

function readDatabaseUrl(variables: Variables, fault: NoteFault): string | undefined {
  const url = variables.secret('DATABASE_URL');
  if (url === undefined) return undefined;
  if (/^postgres(?:ql)?:$/u.test(URL.canParse(url) ? new URL(url).protocol : '')) return url;
  fault({
    path: 'DATABASE_URL',
    message: 'is no address of a PostgreSQL database',
    mend: 'postgres://user:password@host:5432/database; without it Earshot uses its embedded database',
  });
  return undefined;
}

function readLogLevel(variables: Variables, fault: NoteFault): LogLevel {
  const text = variables.text('LOG_LEVEL')?.toLowerCase() ?? 'info';
  const level = LOG_LEVELS.find((each) => each === text);
  if (!level) fault({ path: 'LOG_LEVEL', message: 'is no level', mend: `one of ${LOG_LEVELS.join(', ')}` });
  return level ?? 'info';
}

/** The environment of this process: nothing else reads it. */
export function processEnvironment(): Env {
  return process.env;
}
