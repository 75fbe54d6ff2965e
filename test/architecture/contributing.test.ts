import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_FORMS } from '../../src/cards/all-forms.js';
import { COMMANDS } from '../../src/cards/commands.js';
import { parseCommand } from '../../src/conversation/parse-command.js';
import { ALL_SOURCES } from '../../src/sources/all-sources.js';
import { filesIn, HOUSE, read, tableIn } from './house.js';

const PAGE = read('CONTRIBUTING.md');
const PLACEHOLDER = /<[^>]+>/u;

describe('CONTRIBUTING.md', () => {
  it('names no path that is not there', () => {
    const named = [...PAGE.matchAll(/(?:`|\s)((?:src|test|docs|migrations|manifests|\.ci)\/[^`\s]+)/gu)]
      .map(([, found = '']) => found.replace(/[.,:;)]+$/u, ''))
      .filter((found) => !PLACEHOLDER.test(found));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((found) => !existsSync(path.join(HOUSE, found)))).toEqual([]);
  });

  it('has every folder of src, and what each may import as the rule has it', () => {
    const rule = /const MAY = \{([\s\S]*?)\n\};/u.exec(read('.dependency-cruiser.cjs'))?.[1] ?? '';
    const allowed = [...rule.matchAll(/^ {2}'?([\w/-]+)'?: \[(.*)\]/gmu)]
      .map(([, folder = '', list = '']) => [folder, list === '' ? 'nothing' : list.replaceAll("'", '')])
      .filter(([folder = '']) => existsSync(path.join(HOUSE, 'src', folder)));
    expect(allowed.length).toBeGreaterThan(10);
    const rows = tableIn(PAGE, 'folder').map(([folder = '', , imports]) => [
      folder.replaceAll('`', ''),
      imports,
    ]);
    expect(rows.toSorted()).toEqual(allowed.toSorted());
  });
});

describe('adding a source', () => {
  it.each(ALL_SOURCES.map(({ type }) => type))(
    '%s has its file, fixtures, contract suite, page and call of the bench',
    (type) => {
      expect(existsSync(path.join(HOUSE, `src/sources/${type}.ts`))).toBe(true);
      const fixtures = readdirSync(path.join(HOUSE, 'test/fixtures', type));
      expect(fixtures.filter((file) => file.endsWith('.json')).length).toBeGreaterThan(3);
      expect(read(`test/sources/${type}.contract.test.ts`)).toContain('describeSource(');
      expect(read('docs/sources.md')).toMatch(new RegExp(`^## .*\\(\`${type}\`\\)$`, 'mu'));
      expect(read('docs/earshot.example.yaml')).toContain(`type: ${type}`);
      expect(read('bench/senders.ts')).toMatch(new RegExp(`^  ${type}: \\{$`, 'mu'));
    },
  );

  it('no folder of fixtures is left without its source', () => {
    expect(readdirSync(path.join(HOUSE, 'test/fixtures')).toSorted()).toEqual(
      ALL_SOURCES.map(({ type }) => type).toSorted(),
    );
  });
});

describe('adding to the card', () => {
  it('every form is on the list', () => {
    const files = filesIn('src/cards/forms').map((file) => path.basename(file, '.ts').replaceAll('-', '_'));
    expect(Object.keys(ALL_FORMS).toSorted()).toEqual(files.toSorted());
  });

  it('every change is decided on, and its file is named after it', () => {
    const verbs = [...read('src/domain/changes/change.ts').matchAll(/verb: '(\w+)'/gu)].map(
      ([, verb = '']) => verb,
    );
    expect(verbs.length).toBeGreaterThan(5);
    const deciding = read('src/domain/changes/decide.ts');
    for (const verb of verbs) {
      expect(existsSync(path.join(HOUSE, `src/domain/changes/${verb.replaceAll('_', '-')}.ts`))).toBe(true);
      expect(deciding).toContain(`case '${verb}'`);
    }
  });

  it('every command is understood as its example is written, and offered on Slack', () => {
    const manifest = read('manifests/slack.json');
    for (const { name, example } of COMMANDS) {
      expect(parseCommand(example).kind).not.toBe('unknown');
      expect(manifest).toContain(`"command": "${name}"`);
    }
  });
});

describe('adding a migration', () => {
  const files = readdirSync(path.join(HOUSE, 'migrations')).toSorted();

  it('they are numbered without a gap and named after what they are about', () => {
    expect(files.length).toBeGreaterThan(1);
    expect(files.map((file) => file.slice(0, 5))).toEqual(
      files.map((_, at) => `${String(at + 1).padStart(4, '0')}-`),
    );
    for (const file of files) expect(file).toMatch(/^\d{4}-[a-z]+(?:-[a-z]+)*\.sql$/u);
  });

  it('each begins with what it is for, and does nothing that its one transaction cannot', () => {
    for (const file of files) {
      const sql = read(`migrations/${file}`);
      expect(sql).toMatch(/^-- [A-Z].*\./u);
      expect(sql).not.toMatch(/\bconcurrently\b|^\s*(?:begin|commit)\b/imu);
    }
  });
});
