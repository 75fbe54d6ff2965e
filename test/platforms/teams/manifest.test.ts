import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { TELLING_ACTIONS } from '../../../src/cards/actions.js';
import { type Command, COMMANDS } from '../../../src/cards/commands.js';
import { parseCommand } from '../../../src/conversation/parse-command.js';
import { appPackage } from '../../../src/platforms/teams/setup/app-package.js';
import { commandLists, TEAMS_COMMANDS } from '../../../src/platforms/teams/setup/command-lists.js';
import { isDomain, teamsManifest } from '../../../src/platforms/teams/setup/manifest.js';
import { NOT_ASKED, PERMISSIONS } from '../../../src/platforms/teams/setup/permissions.js';
import { tableIn } from '../../architecture/house.js';

const APP_ID = '2f9b1f6e-0c1d-4e0a-9d55-6a1f0c7be001';
const MANIFEST = teamsManifest({ appId: APP_ID, domain: 'earshot.example.org', commands: COMMANDS });

const require = createRequire(import.meta.url);
/** Microsoft's own, as it is in the package: nothing is fetched. */
const schema =
  require('@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json') as never;

type Checked = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
const faultsOf = (manifest: object) =>
  AppManifestUtils.validateAgainstSchema(manifest as unknown as Checked, schema);

const someCommands = (count: number): readonly Command[] => [
  ...Array.from({ length: count }, (_, at) => ({
    name: `/cx-word${at}` as const,
    usage: 'CX-123',
    description: `Does the ${at}th thing, ${'which takes many words to tell, '.repeat(at % 7)}and well.`,
    example: `/cx-word${at} CX-123`,
  })),
  { name: '/cx-help', usage: '', description: 'What Earshot understands.', example: '/cx-help' },
];

const image = (file: string) => readFileSync(new URL(`../../../manifests/teams/${file}`, import.meta.url));

describe('the Teams manifest', () => {
  it('is what the schema of 1.29 says, and of no type but that', async () => {
    expect(MANIFEST.$schema).toContain(`/v${MANIFEST.manifestVersion}/`);
    expect(await faultsOf(MANIFEST)).toEqual([]);
    expect(TeamsManifestConverter.jsonToManifest(JSON.stringify(MANIFEST)).manifestVersion).toBe('1.29');
  });

  it.each([
    ['a bot without an id', { ...MANIFEST, bots: [{ ...MANIFEST.bots[0], botId: 'earshot' }] }],
    ['a name too long', { ...MANIFEST, name: { ...MANIFEST.name, short: 'e'.repeat(31) } }],
    ['a key that is none', { ...MANIFEST, color: 'blue' }],
    ['a version before', { ...MANIFEST, manifestVersion: '1.28' }],
    [
      'four lists',
      {
        ...MANIFEST,
        bots: [{ ...MANIFEST.bots[0], commandLists: Array(4).fill({ scopes: [], commands: [] }) }],
      },
    ],
  ])('would be found wrong with %s', async (_, wrong) => {
    expect(await faultsOf(wrong)).not.toEqual([]);
  });

  it('keeps to what the schema does not say but Teams demands', () => {
    // https://github.com/OfficeDev/microsoft-teams-app-schema/issues/174
    expect(MANIFEST.version).toMatch(/^[1-9]\d*\.\d+\.\d+$/u);
    // https://github.com/OfficeDev/microsoft-teams-apps-icebreaker/issues/280
    expect(MANIFEST.name.full).toBeTruthy();
    for (const address of [
      MANIFEST.developer.websiteUrl,
      MANIFEST.developer.privacyUrl,
      MANIFEST.developer.termsOfUseUrl,
    ])
      expect(address).toBe('https://earshot.example.org/');
  });

  it('is of the bot that it was made for, and of no other', () => {
    expect([MANIFEST.id, MANIFEST.bots[0].botId]).toEqual([APP_ID, APP_ID]);
    expect(() => teamsManifest({ appId: 'earshot', commands: COMMANDS })).toThrow(/application id/u);
  });

  it('says how messages are used', () => {
    expect(MANIFEST.description.full).toContain(
      'It reads the messages that mention it, are written to it, or are given to it from their menu, and no others.',
    );
  });
});

describe('the menu of a message', () => {
  it('has an entry for each thing to tell, within what the schema allows', () => {
    const [{ botId, commands }] = MANIFEST.composeExtensions;
    expect(botId).toBe(MANIFEST.id);
    expect(commands.map(({ id }) => id)).toEqual([...TELLING_ACTIONS]);
    for (const { type, title, description, context, fetchTask } of commands) {
      expect({ type, context, fetchTask }).toEqual({ type: 'action', context: ['message'], fetchTask: true });
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    }
  });

  it('is in docs/teams.md, each entry with its reason', () => {
    const rows = tableIn(readFileSync('docs/teams.md', 'utf8'), 'in the menu of a message');
    expect(rows).toEqual(
      MANIFEST.composeExtensions[0].commands.map(({ title, description }) => [`_${title}_`, description]),
    );
  });
});

describe('the commands that Teams suggests', () => {
  const titles = Object.fromEntries(
    MANIFEST.bots[0].commandLists.map(({ scopes, commands }) => [
      scopes.join(),
      commands.map(({ title }) => title),
    ]),
  );

  it('are those that can be typed there', () => {
    expect(titles).toEqual({
      team: [
        'alerts',
        'claim',
        'mine',
        'summary',
        'customer',
        'postmortem',
        'report',
        'connect',
        'disconnect',
        'help',
      ],
      groupChat: ['alerts', 'claim', 'mine', 'summary', 'customer', 'postmortem', 'report', 'help'],
      personal: ['alerts', 'claim', 'mine', 'summary', 'customer', 'postmortem', 'report', 'help'],
    });
  });

  it('are understood as they are suggested', () => {
    const shared = titles['personal'] ?? [];
    expect(shared.length).toBe(COMMANDS.length);
    expect(shared.filter((title) => parseCommand(title).kind === 'unknown')).toEqual([]);
    expect(TEAMS_COMMANDS.filter(({ example, word }) => !example.startsWith(word))).toEqual([]);
  });

  it('say what to type', () => {
    const [team] = MANIFEST.bots[0].commandLists;
    expect(team?.commands.find(({ title }) => title === 'claim')).toEqual({
      title: 'claim',
      description: 'Makes an alert yours. Say: claim CX-123',
    });
  });

  it.each([0, 1, 9, 11, 12, 40])('keep to the limits with %d more, and always name help', async (count) => {
    const lists = commandLists(someCommands(count));
    expect(lists.map(({ scopes }) => scopes)).toEqual([['team'], ['groupChat'], ['personal']]);
    for (const { commands } of lists) {
      expect(commands.length).toBeLessThanOrEqual(12);
      expect(commands.at(-1)?.title).toBe('help');
      expect(commands.filter(({ title }) => title.length > 32)).toEqual([]);
      expect(commands.filter(({ description }) => description.length > 128)).toEqual([]);
    }
    expect(lists[0]?.commands.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['connect', 'disconnect']),
    );
    const many = teamsManifest({ appId: APP_ID, commands: someCommands(count) });
    expect(await faultsOf(many)).toEqual([]);
  });
});

describe('the domain of a Teams manifest', () => {
  it.each(['example.org', 'a.b-c.example', 'xn--bcher-kva.example'])('may be %s', (text) => {
    expect(isDomain(text)).toBe(true);
  });

  it.each([
    '',
    'localhost',
    '127.0.0.1',
    'example.org/x',
    'example.org:3000',
    'a b.org',
    '-a.org',
    'a..org',
    `${'a'.repeat(64)}.org`,
  ])('is not “%s”', (text) => {
    expect(isDomain(text)).toBe(false);
  });
});

describe('the Teams package', () => {
  const icons = { color: image('color.png'), outline: image('outline.png') };
  const bytes = appPackage(MANIFEST, icons);

  it('has the manifest and its two icons at its root, and nothing else', () => {
    const files = unzipSync(bytes);
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(strFromU8(files['manifest.json']!))).toEqual(MANIFEST);
    expect(Object.values(MANIFEST.icons).toSorted()).toEqual(['color.png', 'outline.png']);
    expect(Buffer.from(files['color.png']!).equals(icons.color)).toBe(true);
  });

  it('is the same bytes for the same app', () => {
    expect(Buffer.from(appPackage(MANIFEST, icons)).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('the icons', () => {
  // https://www.w3.org/TR/png-3/#11IHDR: width, height, depth, and colour type 2 (opaque) or 6 (with transparency)
  const header = (png: Buffer) => ({
    signature: png.subarray(1, 4).toString(),
    size: [png.readUInt32BE(16), png.readUInt32BE(20)],
    colourType: png[25],
  });

  it('are a full square of 192, and an outline of 32 that lets through what is behind it', () => {
    expect(header(image('color.png'))).toEqual({ signature: 'PNG', size: [192, 192], colourType: 2 });
    expect(header(image('outline.png'))).toEqual({ signature: 'PNG', size: [32, 32], colourType: 6 });
  });
});

describe('docs/teams.md', () => {
  const page = readFileSync(new URL('../../../docs/teams.md', import.meta.url), 'utf8');

  it('goes from nothing to the first card in ten steps', () => {
    const [, steps = ''] = /^## From nothing to the first card$([\s\S]*?)^## /mu.exec(page) ?? [];
    expect([...steps.matchAll(/^(\d+)\. \*\*/gmu)].map(([, number]) => Number(number))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it('lists every permission with its reason, and no other', () => {
    expect(tableIn(page, 'permission')).toEqual(
      PERMISSIONS.map(({ name, reason }) => [`\`${name}\``, reason]),
    );
    expect(MANIFEST.permissions).toEqual(PERMISSIONS.map(({ name }) => name));
  });

  it('lists what is not asked, and the manifest does not ask it', () => {
    expect(tableIn(page, 'not asked')).toEqual(
      NOT_ASKED.map(({ name, wouldGive, without }) => [`\`${name}\``, wouldGive, without]),
    );
    expect(MANIFEST).not.toHaveProperty('authorization');
    expect(MANIFEST).not.toHaveProperty('webApplicationInfo');
  });

  it('lists the commands as Teams suggests them', () => {
    const [team] = MANIFEST.bots[0].commandLists;
    const rows = tableIn(page, 'command').map(([command, what]) => [command, what]);
    expect(rows).toEqual(team?.commands.map(({ title, description }) => [`\`${title}\``, description]));
  });
});
