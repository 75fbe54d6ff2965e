import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ENVIRONMENT_VARIABLES } from '../../src/config/environment-variables.js';
import { curlLine } from '../../src/demo/curl-line.js';
import { manifestCommand } from '../../src/commands/manifest-command.js';
import { createMetrics } from '../../src/telemetry/metrics.js';
import { settingsOf, SLACK } from '../config/settings-fixture.js';
import { filesIn, HOUSE, read, tableIn } from './house.js';
import { logLines } from './log-lines.js';

const PAGES = ['README.md', 'CONTRIBUTING.md', ...filesIn('docs').filter((file) => file.endsWith('.md'))];
const README = read('README.md');
const OPERATING = read('docs/operating.md');
const APP_ID = '2f9b1f6e-0c1d-4e0a-9d55-6a1f0c7be001';

/** Every match of `pattern` on every page, as `page: match`. */
const onPages = (pattern: RegExp) =>
  PAGES.flatMap((page) =>
    [...read(page).matchAll(pattern)].map((match) => ({ page, found: match[1] ?? match[0] })),
  );
/** As GitHub makes an anchor of a heading. */
const anchorsIn = (page: string) =>
  [...read(page).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the pages', () => {
  it('lead to nothing that is not there', () => {
    const links = onPages(/(?:\]\(|src(?:set)?=")([^)"]+)[)"]/gu).filter(
      ({ found }) => !/^https?:/u.test(found),
    );
    expect(links.length).toBeGreaterThan(10);
    const broken = links.filter(({ page, found }) => {
      const [file = '', anchor] = found.split('#');
      const target = file === '' ? page : path.join(path.dirname(page), file);
      if (!existsSync(path.join(HOUSE, target))) return true;
      return anchor !== undefined && !anchorsIn(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('name only scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const named = onPages(/\bnpm (?:run (?:--\S+ )*)?((?!ci\b|run\b|install\b)[a-z][a-z:]*)/gu);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ found }) => !(found in scripts))).toEqual([]);
  });

  it('name only commands that Earshot knows', () => {
    const told = vi.spyOn(console, 'log').mockReturnValue();
    const complained = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => {
      vi.restoreAllMocks();
      process.exitCode = undefined;
    });
    const typed = onPages(
      /(?:\bearshot|dist\/cli\.js) ((?:manifest|start|demo|digest|migrate|doctor)\b[^`\n]*)/gu,
    );
    const byScript = onPages(/\bnpm run (?:--\S+ )*(manifest:[^`\n]*)/gu).map(({ found, ...where }) => ({
      ...where,
      found: found.replace(':', ' ').replace(' -- ', ' '),
    }));
    expect(typed.length).toBeGreaterThan(1);
    expect(byScript.length).toBeGreaterThan(2);
    const commands = [...typed, ...byScript];
    const unknown = commands.filter(({ found }) => {
      const [command, ...rest] = found.trim().split(/\s+/u);
      if (command !== 'manifest') return !['start', 'demo', 'digest'].includes(command ?? '');
      complained.mockClear();
      manifestCommand(rest, { env: { TEAMS_APP_ID: APP_ID }, writeFile: () => undefined });
      return complained.mock.calls.length > 0;
    });
    expect(unknown).toEqual([]);
    expect(told).toHaveBeenCalled();
  });
});

describe('README.md', () => {
  it('has the environment as the code has it', () => {
    const rows = ENVIRONMENT_VARIABLES.map((variable) => [
      `\`${variable.name}\``,
      variable.summary,
      'usually' in variable ? variable.usually : '',
      'secret' in variable ? `\`${variable.name}_FILE\`` : '',
    ]);
    expect(tableIn(README, 'variable')).toEqual(rows);
  });

  it('has the line that sends a voice as Earshot prints it', () => {
    const line = curlLine({
      address: 'http://127.0.0.1:3000/hooks/voice',
      secretFile: 'data/webhook-secret',
      script: 'dist/demo/sign.js',
    });
    expect(README).toContain(`\n${line}\n`);
  });

  it('has an earshot.yaml that is read without a fault', () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/u.exec(README) ?? [];
    const { policy, sources } = settingsOf({ yaml, env: SLACK });
    expect(policy.teams).toMatchObject([
      { name: 'support', channels: { slack: '#support', desk: 'support' } },
    ]);
    expect(sources.map(({ name }) => name)).toEqual(['voice']);
  });
});

describe('docs/operating.md', () => {
  it('has every metric in the words of the program, and no other', async () => {
    const text = await createMetrics(() => Promise.resolve([])).text();
    const told = [...text.matchAll(/^# HELP (\S+) (.+)$/gmu)].map(([, name, help]) => [name, help]);
    expect(told.length).toBeGreaterThan(5);
    const rows = tableIn(OPERATING, 'metric').map(([name = '', help]) => [name.replaceAll('`', ''), help]);
    expect(rows.toSorted()).toEqual(told.toSorted());
  });

  it('says of every warning and error in the log what it asks, and of no other', () => {
    const lines = logLines().map(({ message }) => message);
    expect(lines.length).toBeGreaterThan(30);
    const rows = tableIn(OPERATING, 'line').map(([line]) => line);
    expect(rows.toSorted()).toEqual([...new Set(lines)].toSorted());
  });
});

describe('docs/privacy.md', () => {
  it('has every table of the database, and no other', () => {
    const tables = filesIn('migrations').flatMap((file) =>
      [...read(file).matchAll(/^create table (\w+)/gmu)].map(([, name]) => `\`${name}\``),
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(
      tableIn(read('docs/privacy.md'), 'table')
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(tables.toSorted());
  });
});
