/**
 * Who may import whom (docs/adr and CONTRIBUTING.md): an allow-list. What is not allowed is an error; each SDK lives in one folder.
 * `npm run check:imports` also fails when no module was looked at.
 */
const ours = (folders) => `^src/(?:${folders.join('|')})/`;

const MAY = {
  domain: [],
  cards: ['domain'],
  'use-cases': ['domain'],
  conversation: ['domain', 'cards', 'use-cases'],
  inbound: ['domain', 'use-cases'],
  telemetry: ['domain', 'use-cases'],
  sources: ['domain', 'inbound'],
  reading: ['domain', 'use-cases'],
  posting: ['domain', 'cards', 'use-cases'],
  // Only the types of posting's own store: the type of what it needs stands beside it.
  storage: ['domain', 'use-cases', 'posting'],
  'platforms/wire': [],
  'platforms/slack': ['domain', 'cards', 'use-cases', 'conversation', 'inbound', 'posting', 'platforms/wire'],
  'platforms/teams': ['domain', 'cards', 'use-cases', 'conversation', 'inbound', 'posting', 'platforms/wire'],
  'platforms/desk': ['domain', 'cards', 'use-cases', 'conversation', 'inbound', 'posting'],
  http: ['domain', 'use-cases', 'sources', 'inbound'],
  schedule: ['domain', 'use-cases'],
  demo: ['domain'],
  config: ['domain', 'sources'],
  past: ['domain', 'use-cases', 'posting', 'storage', 'http', 'demo'],
  commands: ['domain', 'cards', 'use-cases', 'config', 'telemetry', 'storage', 'platforms', 'demo'],
};

/** Files that a folder may import although it may not import their folder's others. */
const ONLY = {
  posting: {
    from: ['storage', 'platforms/slack', 'platforms/teams', 'platforms/desk'],
    files: '^src/posting/(?:platform|posting-store|buckets)\\.ts$',
  },
  sources: { from: ['config'], files: '^src/sources/source\\.ts$' },
};

const SDKS = {
  pg: 'storage',
  'node-pg-migrate': 'storage',
  '@electric-sql/pglite': 'storage/embedded',
  '@slack/': 'platforms/slack',
  undici: 'platforms/wire',
  botbuilder: 'platforms/teams/sdk',
  'botbuilder-': 'platforms/teams/sdk',
  'botframework-': 'platforms/teams/sdk',
  fflate: 'platforms/teams/setup',
  'franc-min': 'reading',
  openai: 'reading/openai',
  'node-cron': 'schedule',
  hono: 'platforms/desk',
  '@hono/': 'platforms/desk',
  echarts: 'platforms/desk/charts',
  pino: 'telemetry',
  'prom-client': 'telemetry',
  yaml: 'config',
};

const allowed = Object.entries(MAY).map(([from, to]) => ({
  name: `${from}-imports-only-what-it-may`,
  comment: `${from} may import ${to.length > 0 ? to.join(', ') : 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: ours([from, ...to]) },
}));

const onlyFiles = Object.entries(ONLY).map(([folder, { from, files }]) => ({
  name: `only-these-files-of-${folder}`,
  severity: 'error',
  from: { path: ours(from) },
  to: { path: `^src/${folder}/`, pathNot: files },
}));

const sdks = Object.entries(SDKS).map(([sdk, place]) => {
  const folders = [place].flat();
  return {
    name: `${sdk.replace(/[@/]/g, '')}-only-in-${folders.join('-and-').replaceAll('/', '-')}`,
    severity: 'error',
    from: { path: '^src/', pathNot: ours(folders) },
    to: { path: `^node_modules/${sdk}${/[/-]$/.test(sdk) ? '' : '/'}` },
  };
});

module.exports = {
  forbidden: [
    {
      name: 'wiring-imports-only-what-it-may',
      comment: 'wiring may import everything but what starts it',
      severity: 'error',
      from: { path: '^src/wiring/' },
      to: { path: '^src/(?:commands/|cli\\.ts$|main\\.ts$)' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$|^src/(?:cli|main)\\.ts$|/browser/|\\.mjs$' },
      to: {},
    },
    ...allowed,
    ...onlyFiles,
    ...sdks,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
