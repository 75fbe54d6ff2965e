import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, describe, expect, it } from 'vitest';
import { HOUSE, read } from './house.js';

const RULES = '.dependency-cruiser.cjs';
const require = createRequire(import.meta.url);
const { forbidden, options } = require(path.join(HOUSE, RULES)) as {
  readonly forbidden: readonly NonNullable<IFlattenedRuleSet['forbidden']>[number][];
  readonly options: ICruiseOptions;
};

/** How many modules `src` has at the very least: fewer, and the cruise looked in the wrong place. */
const MODULES_AT_LEAST = 300;
/** Everything of ours may stand on it: it says what shape a value has, and keeps no state. */
const EVERYWHERE = ['zod'];

async function cruiseIn(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], {
    ...options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: [...forbidden] },
  });
  if (typeof output === 'string') throw new Error('the cruise gave no result but a text');
  return output;
}

const broken = ({ summary }: ICruiseResult) =>
  summary.violations
    .filter(({ rule }) => rule.name !== 'no-orphan')
    .map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`)
    .toSorted();

describe('who imports whom', () => {
  it('is as the rules allow, in every module of src', async () => {
    const house = await cruiseIn(HOUSE);
    expect(house.summary.totalCruised).toBeGreaterThan(MODULES_AT_LEAST);
    const lost = house.modules.filter((each) => each.couldNotResolve).map(({ source }) => source);
    expect(lost).toEqual([]);
    expect(house.summary.violations).toEqual([]);
  }, 60_000);

  it('has a rule for every folder of src', () => {
    const named = new Set(forbidden.map(({ name }) => name));
    const folders = ['', 'platforms/'].flatMap((parent) =>
      readdirSync(path.join(HOUSE, 'src', parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'platforms')
        .map((entry) => `${parent}${entry.name}`),
    );
    expect(folders.length).toBeGreaterThan(10);
    expect(folders.filter((folder) => !named.has(`${folder}-imports-only-what-it-may`))).toEqual([]);
  });
});

describe('the rules', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'earshot-imports-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** A house in which `imports` says what each file imports; every name without a dot is a package. */
  async function cruiseHouse(name: string, imports: Readonly<Record<string, string>>) {
    const house = path.join(root, name);
    const write = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
      writeFileSync(path.join(house, file), text);
    };
    write('tsconfig.json', read('tsconfig.json'));
    for (const [file, target] of Object.entries(imports)) {
      const own = target.startsWith('src/');
      const from = own ? path.relative(path.dirname(file), target).replace(/^(?!\.)/u, './') : target;
      write(file, `export { one } from '${from.replace(/\.ts$/u, '.js')}';\n`);
      if (own && !(target in imports)) write(target, 'export const one = 1;\n');
      if (own) continue;
      write(`node_modules/${target}/package.json`, JSON.stringify({ name: target, main: 'index.js' }));
      write(`node_modules/${target}/index.js`, 'exports.one = 1;\n');
    }
    return broken(await cruiseIn(house));
  }

  it('report an import that they do not allow, by name', async () => {
    const found = await cruiseHouse('forbidden', {
      'src/domain/a.ts': 'src/use-cases/a.ts',
      'src/cards/a.ts': 'src/use-cases/a.ts',
      'src/sources/a.ts': 'src/storage/a.ts',
      'src/http/a.ts': 'src/config/a.ts',
      'src/platforms/slack/a.ts': 'src/platforms/desk/a.ts',
      'src/platforms/slack/b.ts': 'undici',
      'src/platforms/desk/b.ts': 'src/platforms/wire/a.ts',
      'src/platforms/wire/b.ts': 'src/use-cases/a.ts',
      'src/platforms/teams/a.ts': 'botframework-connector',
      'src/storage/b.ts': 'src/posting/create-posting.ts',
      'src/inbound/a.ts': 'src/inbound/b.ts',
      'src/inbound/b.ts': 'src/inbound/a.ts',
    });
    expect(found).toEqual([
      'src/cards/a.ts → src/use-cases/a.ts: cards-imports-only-what-it-may',
      'src/domain/a.ts → src/use-cases/a.ts: domain-imports-only-what-it-may',
      'src/http/a.ts → src/config/a.ts: http-imports-only-what-it-may',
      'src/inbound/a.ts → src/inbound/b.ts: no-circle',
      'src/platforms/desk/b.ts → src/platforms/wire/a.ts: platforms/desk-imports-only-what-it-may',
      'src/platforms/slack/a.ts → src/platforms/desk/a.ts: platforms/slack-imports-only-what-it-may',
      'src/platforms/slack/b.ts → node_modules/undici/index.js: undici-only-in-platforms-wire',
      'src/platforms/teams/a.ts → node_modules/botframework-connector/index.js: botframework--only-in-platforms-teams-sdk',
      'src/platforms/wire/b.ts → src/use-cases/a.ts: platforms/wire-imports-only-what-it-may',
      'src/sources/a.ts → src/storage/a.ts: sources-imports-only-what-it-may',
      'src/storage/b.ts → src/posting/create-posting.ts: only-these-files-of-posting',
    ]);
  });

  it('say nothing of an import that they allow', async () => {
    const found = await cruiseHouse('allowed', {
      'src/use-cases/a.ts': 'src/domain/a.ts',
      'src/platforms/slack/a.ts': 'src/posting/platform.ts',
      'src/platforms/desk/a.ts': 'src/conversation/a.ts',
      'src/platforms/teams/a.ts': 'src/platforms/wire/a.ts',
      'src/platforms/wire/b.ts': 'undici',
      'src/storage/a.ts': 'pg',
      'src/platforms/teams/sdk/a.ts': 'botbuilder',
      'src/wiring/a.ts': 'src/storage/a.ts',
    });
    expect(found).toEqual([]);
  });

  const { dependencies } = JSON.parse(read('package.json')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };

  it.each(Object.keys(dependencies).filter((name) => !EVERYWHERE.includes(name)))(
    'keep %s to one folder',
    async (name) => {
      const found = await cruiseHouse(`sdk-${name.replaceAll(/\W/gu, '-')}`, { 'src/domain/a.ts': name });
      expect(found).toEqual([expect.stringMatching(/^src\/domain\/a\.ts → node_modules\/.*: .*-only-in-/u)]);
    },
  );
});
