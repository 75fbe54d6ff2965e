/** The files of the house, as the tests of its order read them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const HOUSE = fileURLToPath(new URL('../../', import.meta.url));

/** Every file under `folders`, with its path from the house's root. */
export function filesIn(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(HOUSE, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(HOUSE, path.join(entry.parentPath, entry.name))),
  );
}

export function read(file: string): string {
  return readFileSync(path.join(HOUSE, file), 'utf8');
}

/** The rows of the Markdown table whose first column is headed `heading`; cells without their padding. */
export function tableIn(text: string, heading: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => cellsOf(line)[0] === heading);
  if (head === -1) throw new Error(`there is no table with a first column ${heading}`);
  const rows = lines.slice(head + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end === -1 ? undefined : end).map(cellsOf);
}

function cellsOf(line: string): readonly string[] {
  return line
    .split(/(?<!\\)\|/u)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll(String.raw`\|`, '|'));
}
