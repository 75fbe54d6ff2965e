import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findPostgres } from './test/database/find-postgres.js';

/** Tests that stand on the database run on both; everything else once. */
const ON_DATABASE = [
  'test/{posting,use-cases,stories}/**/*.test.ts',
  'test/storage/*.test.ts',
  'test/contracts/*.db.test.ts',
];
const LONG = ['test/chaos/**/*.test.ts'];

/**
 * Files share a process, and with it what is compiled and the database. Nothing here extends what stands below: it would bring its global
 * set-up along, a server for each project.
 */
const project = (test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    isolate: false,
    setupFiles: ['test/close-what-is-open.ts'],
    // What a browser shows comes when it comes: it is looked at again until it is so.
    expect: { poll: { timeout: 10_000 } },
    ...test,
  },
});

const onDatabase = (kind: 'server' | 'embedded'): TestProjectInlineConfiguration =>
  project({ name: kind, include: ON_DATABASE, env: { EARSHOT_TEST_DATABASE: kind } });

export default defineConfig({
  test: {
    globalSetup: ['test/database/global-setup.ts'],
    // One a core: the usual one less would leave half of a machine of two idle while databases and browsers answer.
    maxWorkers: availableParallelism(),
    projects: [
      project({
        name: 'once',
        include: ['test/**/*.test.{ts,tsx}'],
        exclude: [...ON_DATABASE, ...LONG],
        // Databases are started again and again here, and each does little.
        execArgv: ['--import', new URL('test/stories/compile-quickly.mjs', import.meta.url).href],
      }),
      onDatabase('embedded'),
      ...(findPostgres() === undefined ? [] : [onDatabase('server')]),
      // These stand in for modules, which must not be those of another file.
      project({
        name: 'chaos',
        include: [...LONG, 'test/storage/embedded/killed-process.test.ts'],
        testTimeout: 600_000,
        isolate: true,
        env: { EARSHOT_TEST_KILLS: '30' },
      }),
    ],
  },
});
