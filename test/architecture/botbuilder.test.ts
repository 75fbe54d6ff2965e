/** botbuilder is past its end of support (docs/adr/0003-botbuilder.md): what knows it must be one folder that can be replaced. */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesIn, read } from './house.js';

const ITS_FOLDER = 'src/platforms/teams/';
/** Where in that folder, so that most of it need not be rewritten. */
const ITS_FILES = `${ITS_FOLDER}sdk/`;
const ITS_PACKAGES = /^(?:botbuilder|botframework|adaptive-expressions)(?:$|[-/])/u;

/** What `text` imports by any means: import, export from, import type, import() and require(). */
const importsOf = (text: string): readonly string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
const knowsIt = (text: string) => importsOf(text).some((name) => ITS_PACKAGES.test(name));

const code = filesIn('src', 'test', 'bench').filter((file) => /\.[cm]?[jt]sx?$/u.test(file));
const knowing = code.filter((file) => knowsIt(read(file)));

describe('botbuilder', () => {
  it('is looked for everywhere, and found where it is', () => {
    expect(code.length).toBeGreaterThan(500);
    expect(knowing.filter((file) => file.startsWith(ITS_FILES))).not.toEqual([]);
  });

  it('is known to src/platforms/teams/sdk, and to nothing else', () => {
    expect(knowing.filter((file) => !file.startsWith(ITS_FILES))).toEqual([]);
  });
});

describe('this check', () => {
  it.each([
    "import { CloudAdapter } from 'botbuilder';",
    "import type { Activity } from 'botframework-schema';",
    "export * from 'botframework-connector';",
    "const later = await import('botbuilder-core');",
    "const { TurnContext } = require('botbuilder');",
    "type Activity = import('botframework-schema').Activity;",
    "import { Deep } from 'botframework-connector/lib/auth';",
  ])('finds %s', (text) => {
    expect(knowsIt(text)).toBe(true);
  });

  it.each(["import { one } from './botbuilder.js';", '// botbuilder', "const name = 'botbuilder';"])(
    'passes over %s',
    (text) => {
      expect(knowsIt(text)).toBe(false);
    },
  );
});
