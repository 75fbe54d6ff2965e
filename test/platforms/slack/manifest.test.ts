import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cards/commands.js';
import { METHODS } from '../../../src/platforms/slack/call/methods.js';
import { EVENTS } from '../../../src/platforms/slack/receive/asked.js';
import { manifestText, slackManifest } from '../../../src/platforms/slack/setup/manifest.js';
import { SHORTCUTS } from '../../../src/platforms/slack/setup/shortcuts.js';
import { tableIn } from '../../architecture/house.js';
import { SCOPES } from '../../../src/platforms/slack/setup/scopes.js';

const usual = { botName: 'Earshot', commands: COMMANDS } as const;
const SOCKET = slackManifest({ ...usual, mode: 'socket' });
const HTTP = slackManifest({ ...usual, mode: 'http', publicUrl: 'https://earshot.example.com' });

describe.each([
  ['Socket Mode', SOCKET],
  ['HTTP', HTTP],
])('the Slack manifest for %s', (_, manifest) => {
  it('keeps to every limit of the schema', () => {
    // https://github.com/slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json
    const { display_information: display, features, settings, oauth_config: oauth } = manifest;
    expect(display.name.length).toBeLessThanOrEqual(35);
    expect(display.description?.length).toBeLessThanOrEqual(140);
    expect(display.background_color).toMatch(/^#[0-9a-f]{6}$/u);
    expect(features?.bot_user?.display_name).toMatch(/^[a-z0-9._-]{1,80}$/u);
    const commands = features?.slash_commands ?? [];
    expect(commands.length).toBeLessThanOrEqual(50);
    for (const command of commands) {
      expect(command.command).toMatch(/^\/[\w-]{1,31}$/u);
      expect(command.description.length).toBeLessThanOrEqual(2_000);
      expect(command.usage_hint?.length ?? 0).toBeLessThanOrEqual(1_000);
      expect(command.url?.length ?? 0).toBeLessThanOrEqual(3_000);
    }
    expect(oauth?.scopes?.bot?.length).toBeLessThanOrEqual(255);
    expect(settings?.event_subscriptions?.bot_events?.length).toBeLessThanOrEqual(100);
    expect(settings?.event_subscriptions?.request_url?.length ?? 0).toBeLessThanOrEqual(3_500);
  });

  it('offers the commands that people can type, and hears the events that we read', () => {
    expect(manifest.features?.slash_commands?.map(({ command }) => command)).toEqual(
      COMMANDS.map(({ name }) => name),
    );
    expect(manifest.settings?.event_subscriptions?.bot_events).toEqual(EVENTS);
  });

  it('hears of reactions, for which it asks the scope with its reason, and not of their being taken away', () => {
    const events = manifest.settings?.event_subscriptions?.bot_events ?? [];
    expect(events).toContain('reaction_added');
    expect(events).not.toContain('reaction_removed');
    expect(manifest.oauth_config?.scopes?.bot).toContain('reactions:read');
    expect(SCOPES.find(({ scope }) => scope === 'reactions:read')?.reason).toMatch(/👀.*claim.*✅.*resolve/u);
  });

  it('asks for every scope that our calls need, for each once', () => {
    const asked = [
      ...(manifest.oauth_config?.scopes?.bot ?? []),
      ...(manifest.oauth_config?.scopes?.bot_optional ?? []),
    ];
    const needed = Object.values(METHODS).flatMap(({ scopes }): readonly string[] => scopes);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toEqual(expect.arrayContaining([...new Set(needed)]));
    const forEvents = ['app_mentions:read', 'reactions:read', 'commands', 'chat:write.public'];
    expect(asked.filter((scope) => !needed.includes(scope)).sort()).toEqual(forEvents.sort());
  });
});

describe('the Slack manifest', () => {
  it('has an address only where Slack is to call one', () => {
    expect(SOCKET.settings?.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(SOCKET)).not.toContain('http');
    expect(HTTP.settings?.socket_mode_enabled).toBe(false);
    const url = 'https://earshot.example.com/slack/events';
    expect(HTTP.settings?.event_subscriptions?.request_url).toBe(url);
    expect(HTTP.settings?.interactivity).toEqual({ is_enabled: true, request_url: url });
    expect(HTTP.features?.slash_commands?.map((command) => command.url)).toEqual(COMMANDS.map(() => url));
  });

  it.each([undefined, 'earshot', 'http://earshot.example.com', 'https://'])(
    'for HTTP refuses the address %s',
    (publicUrl) => {
      expect(() =>
        slackManifest({ ...usual, mode: 'http', ...(publicUrl !== undefined && { publicUrl }) }),
      ).toThrow(/https address/u);
    },
  );

  it('makes an @name of any name', () => {
    const manifest = slackManifest({ ...usual, mode: 'socket', botName: 'Acme Earshot!' });
    expect(manifest.features?.bot_user?.display_name).toBe('acme-earshot-');
  });

  it('in manifests/ is the one that the code makes', async () => {
    await expect(manifestText(SOCKET)).toMatchFileSnapshot('../../../manifests/slack.json');
  });
});

describe('docs/slack.md', () => {
  const page = readFileSync(new URL('../../../docs/slack.md', import.meta.url), 'utf8');

  it('lists every scope with its reason, and no other', () => {
    const rows = [...page.matchAll(/^\| `([a-z:._]+)`\s*\| ([^|]+)\| ([^|]+)\|$/gmu)].map(
      ([, scope, reason, without]) => [scope, reason!.trim(), without!.trim()],
    );
    expect(rows).toEqual(SCOPES.map(({ scope, reason, without }) => [scope, reason, without ?? 'needed']));
  });

  it('lists every entry in the menu of a message with its reason', () => {
    expect(tableIn(page, 'in the menu of a message')).toEqual(
      SHORTCUTS.map(({ name, description }) => [`_${name}_`, description]),
    );
    expect(SOCKET.features?.shortcuts).toEqual(SHORTCUTS);
    for (const { name, description } of SHORTCUTS) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });
});
