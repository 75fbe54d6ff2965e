import { editsBetween, nearWord } from '../domain/near-word.js';
import type { NoteFault } from './config-fault.js';
import { ENVIRONMENT_VARIABLES, type SecretName, type VariableName } from './environment-variables.js';

export type Env = Readonly<Record<string, string | undefined>>;

/** The text of a file; throws where it cannot be read. */
export type ReadFile = (path: string) => string;

export interface Variables {
  /** What the variable says; undefined where it is absent or empty. */
  text(name: VariableName): string | undefined;
  /** What the variable, or the file that NAME_FILE names, says. */
  secret(name: SecretName): string | undefined;
  /** Whether the variable or its _FILE is set, be it wrong. */
  isSet(name: SecretName): boolean;
}

/** Reads single variables and notes what is wrong with them. */
export function createVariables(deps: {
  readonly env: Env;
  readonly readFile: ReadFile;
  readonly fault: NoteFault;
}): Variables {
  const { env, readFile, fault } = deps;
  const text = (name: string): string | undefined => {
    const value = env[name]?.trim();
    return value === '' ? undefined : value;
  };
  return {
    text,
    isSet: (name) => text(name) !== undefined || text(`${name}_FILE`) !== undefined,
    secret(name) {
      const value = text(name);
      const file = text(`${name}_FILE`);
      if (file === undefined) return value;
      if (value !== undefined) {
        fault({
          path: name,
          message: `is set, and so is ${name}_FILE`,
          mend: `set one of them, so that it is plain which holds`,
        });
        return undefined;
      }
      const content = readSecretFile(file, readFile);
      if ('secret' in content) return content.secret;
      fault({ path: `${name}_FILE`, ...content });
      return undefined;
    },
  };
}

/** What a file of one secret says, without the line end at its end. */
export function readSecretFile(
  path: string,
  readFile: ReadFile,
): { readonly secret: string } | { readonly message: string; readonly mend: string } {
  let content: string;
  try {
    content = readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return {
      message: `names a file that cannot be read${code}`,
      mend: 'name a file that exists and that Earshot may read',
    };
  }
  const secret = content.trim();
  return secret === ''
    ? { message: 'names an empty file', mend: 'write the secret into the file, and nothing else' }
    : { secret };
}

const OURS = /^(?:EARSHOT|SLACK|TEAMS)_/u;

/** Names in `env` that were surely meant to be ours: nothing is left out because of a slip of the finger. */
export function noteMistypedNames(env: Env, fault: NoteFault): void {
  const known: string[] = ENVIRONMENT_VARIABLES.flatMap((variable) =>
    'secret' in variable ? [variable.name, `${variable.name}_FILE`] : [variable.name],
  );
  const absent = known.filter((name) => !env[name]);
  for (const name of Object.keys(env)) {
    if (!OURS.test(name) || name === 'EARSHOT_TEST' || known.includes(name) || !env[name]) continue;
    const meant = nearName(name, absent);
    if (!meant) continue;
    fault({
      path: name,
      message: 'is not a variable of Earshot',
      mend: `did you mean ${meant}? Take ${name} away where you did not`,
    });
  }
}

/** Stricter than for words on a screen: other programs may have variables of their own beside ours. */
function nearName(name: string, known: readonly string[]): string | undefined {
  const meant = nearWord(name, known);
  return meant !== undefined && Math.abs(meant.length - name.length) <= 1 && editsBetween(meant, name) <= 2
    ? meant
    : undefined;
}
