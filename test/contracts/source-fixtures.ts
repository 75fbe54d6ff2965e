/** The calls that a source is tried with, in its sender's documented shape. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** One file of test/fixtures/<source>/: a call in the sender's documented shape, and exactly what we read in it. */
export interface Fixture {
  readonly says: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Where it says `<body>`, the SHA-256 of the body stands. */
  readonly expect: unknown;
  /** In place of `body`, where JSON.stringify would not write it like that. */
  readonly raw?: string;
}

export function readFixtures(source: string): readonly Fixture[] {
  const folder = new URL(`../fixtures/${source}/`, import.meta.url);
  return readdirSync(folder)
    .toSorted()
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture);
}

export function expectedOf(fixture: Fixture): unknown {
  const digest = createHash('sha256').update(bodyOf(fixture)).digest('hex');
  return JSON.parse(JSON.stringify(fixture.expect).replaceAll('"<body>"', JSON.stringify(digest)));
}

export function bodyOf({ body, raw }: Fixture): Buffer {
  return Buffer.from(raw ?? JSON.stringify(body));
}
