import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ALL_SOURCES } from '../../src/sources/all-sources.js';
import type { SourceType } from '../../src/sources/source.js';

/** What stands in src/sources beside the senders. */
const NO_SENDERS = ['all-sources.ts', 'answer.ts', 'loose-values.ts', 'source.ts'];

const folder = new URL('../../src/sources/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !NO_SENDERS.includes(file));

it('every sender’s file is on the list, and the list names nothing else', async () => {
  expect(files.length).toBeGreaterThan(1);
  const found = await Promise.all(
    files.map(async (file) => {
      const exported = (await import(new URL(file, folder).href)) as Readonly<Record<string, SourceType>>;
      return Object.values(exported).find((value) => typeof value.create === 'function');
    }),
  );
  expect(new Set(found)).toEqual(new Set(ALL_SOURCES));
});

it('a sender’s type is its file’s name, and no two are the same', () => {
  expect(ALL_SOURCES.map(({ type }) => `${type}.ts`).toSorted()).toEqual(files.toSorted());
  for (const { summary } of ALL_SOURCES) expect(summary).toMatch(/\.$/u);
});

it('every sender has its contract suite', () => {
  const suites = readdirSync(new URL('.', import.meta.url));
  for (const { type } of ALL_SOURCES) expect(suites).toContain(`${type}.contract.test.ts`);
});
