import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { findPostgres } from './test/database/find-postgres.js';

/** Tests that stand on the database run on both; everything else once. */
const ON_DATABASE = [
  'test/{posting,use-cases,stories}/**/*.test.ts',
  'test/storage/*.test.ts',
  'test/contracts/*.db.test.ts',
];
const LONG = ['test/chaos/**/*.test.ts'];

const onDatabase = (kind: 'server' | 'embedded') => ({
  extends: true as const,
  test: { name: kind, include: ON_DATABASE, env: { EARSHOT_TEST_DATABASE: kind } },
});

export default defineConfig({
  test: {
    globalSetup: ['test/database/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One a core: the usual one less would leave half of a machine of two idle while databases and browsers answer.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: { name: 'once', include: ['test/**/*.test.{ts,tsx}'], exclude: [...ON_DATABASE, ...LONG] },
      },
      onDatabase('embedded'),
      ...(findPostgres() === undefined ? [] : [onDatabase('server')]),
      { extends: true, test: { name: 'chaos', include: LONG, testTimeout: 600_000 } },
    ],
  },
});
