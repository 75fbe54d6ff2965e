import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { CannotOpenEmbedded } from './cannot-open-embedded.js';

/** The major version of the PostgreSQL inside PGlite; a test compares it with what PGlite says. */
export const POSTGRES_MAJOR = '18';

const OWNER_ONLY = 0o700;

export async function makeOwnDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: OWNER_ONLY });
  } catch (error) {
    throw new CannotOpenEmbedded(
      `the data directory ${directory} cannot be made: ${(error as Error).message}`,
      {
        cause: error,
      },
    );
  }
}

/** Whether a database is there to be opened, or one has to be made. Throws CannotOpenEmbedded for anything else. */
export function inspectPostgresDirectory(directory: string): 'database' | 'nothing' {
  if (!existsSync(directory)) return 'nothing';
  if (!statSync(directory).isDirectory()) throw new CannotOpenEmbedded(`${directory} is not a directory`);
  const versionFile = path.join(directory, 'PG_VERSION');
  if (existsSync(versionFile)) {
    refuseOtherMajor(directory, readFileSync(versionFile, 'utf8').trim());
    return 'database';
  }
  if (readdirSync(directory).length === 0) return 'nothing';
  throw new CannotOpenEmbedded(
    `${directory} holds files but no PostgreSQL database (there is no PG_VERSION in it); ` +
      'name another data directory, or move these files away',
  );
}

function refuseOtherMajor(directory: string, major: string): void {
  if (major === POSTGRES_MAJOR) return;
  throw new CannotOpenEmbedded(
    `${directory} was written by PostgreSQL ${major}, and this version of Earshot has PostgreSQL ${POSTGRES_MAJOR} built in; ` +
      'open it with the version of Earshot that wrote it, or name another data directory',
  );
}
