/** A secret that Earshot makes for itself once and keeps in the data directory, readable by its owner only. */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const ONLY_OWNER = 0o600;
const ONLY_OWNER_DIRECTORY = 0o700;
const ALL_RIGHTS = 0o777;

export interface KeptSecret {
  readonly secret: string;
  readonly file: string;
  /** Whether it was made just now. */
  readonly isNew: boolean;
}

export interface KeepSecret {
  readonly dataDirectory: string;
  readonly name: string;
  /** What a secret of this kind looks like. */
  readonly form: RegExp;
  readonly make: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
}

/** The file holds something that is no such secret. */
export class BrokenSecretFile extends Error {
  override readonly name = 'BrokenSecretFile';
}

/**
 * The kept secret, or a new one where there is none. Of two processes that start at once, one makes it and both use it.
 * Throws what the file system throws, and BrokenSecretFile.
 */
export function keepSecret({ dataDirectory, name, form, make, randomBytes }: KeepSecret): KeptSecret {
  const file = join(dataDirectory, name);
  const kept = readKept(file, form);
  if (kept !== undefined) return { secret: kept, file, isNew: false };
  // A directory that is there already may be used for other things: its mode stays, the file protects itself.
  mkdirSync(dataDirectory, { recursive: true, mode: ONLY_OWNER_DIRECTORY });
  const secret = make();
  const draft = `${file}.${Buffer.from(randomBytes(6)).toString('hex')}`;
  writeThrough(draft, `${secret}\n`);
  try {
    linkSync(draft, file);
  } catch (error) {
    const made = isCode(error, 'EEXIST') ? readKept(file, form) : undefined;
    if (made === undefined) throw error;
    return { secret: made, file, isNew: false };
  } finally {
    rmSync(draft, { force: true });
  }
  return { secret, file, isNew: true };
}

function readKept(file: string, form: RegExp): string | undefined {
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  if (!form.test(secret)) throw new BrokenSecretFile(`${file} holds no such secret`);
  if ((statSync(file).mode & ALL_RIGHTS) !== ONLY_OWNER) chmodSync(file, ONLY_OWNER);
  return secret;
}

function writeThrough(file: string, text: string): void {
  const handle = openSync(file, 'wx', ONLY_OWNER);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
