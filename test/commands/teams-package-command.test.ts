import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { manifestCommand } from '../../src/commands/manifest-command.js';

const APP_ID = '2f9b1f6e-0c1d-4e0a-9d55-6a1f0c7be001';

describe('earshot manifest teams', () => {
  const told = vi.spyOn(console, 'log');
  const complained = vi.spyOn(console, 'error');

  beforeEach(() => {
    told.mockReset().mockReturnValue();
    complained.mockReset().mockReturnValue();
    process.exitCode = undefined;
  });
  afterEach(() => {
    process.exitCode = undefined;
  });

  function run(line: string, env: Readonly<Record<string, string>> = {}) {
    const written = new Map<string, Uint8Array>();
    manifestCommand(line.split(' '), { env, writeFile: (path, bytes) => written.set(path, bytes) });
    const manifests = [...written].map(([path, bytes]) => {
      const text = strFromU8(unzipSync(bytes)['manifest.json']!);
      return { path, manifest: JSON.parse(text) as { id: string; developer: { websiteUrl: string } } };
    });
    return { manifests, exitCode: process.exitCode, said: told.mock.calls.flat().join('\n') };
  }

  it('writes the package of the bot that was named', () => {
    const { manifests, exitCode, said } = run(
      `teams --app-id ${APP_ID} --domain https://earshot.example.org/ --out /tmp/app.zip`,
    );
    expect(exitCode).toBeUndefined();
    expect(manifests).toMatchObject([
      {
        path: '/tmp/app.zip',
        manifest: { id: APP_ID, developer: { websiteUrl: 'https://earshot.example.org/' } },
      },
    ]);
    expect(said).toContain('/tmp/app.zip');
    expect(said).not.toContain('--domain');
  });

  it('takes the bot from the environment, and says whose links are still missing', () => {
    const { manifests, said } = run('teams', { TEAMS_APP_ID: APP_ID.toUpperCase() });
    expect(manifests).toMatchObject([{ path: 'earshot-teams.zip', manifest: { id: APP_ID } }]);
    expect(said).toContain('name your own with --domain');
  });

  it.each([
    ['teams', 'Which bot?'],
    ['teams --app-id earshot', 'no application id'],
    [`teams --app-id ${APP_ID} --domain localhost`, 'no domain'],
    [`teams --app-id ${APP_ID} --domain example.org:443`, 'no domain'],
    [`teams --app ${APP_ID}`, '--app'],
    [`teams ${APP_ID}`, APP_ID],
    ['discord', 'slack | teams'],
    ['slack --https', 'slack [--http'],
  ])('refuses “%s” and says how it is meant', (line, why) => {
    const { manifests, exitCode, said } = run(line);
    expect(manifests).toEqual([]);
    expect(exitCode).toBe(2);
    expect(said).toBe('');
    expect(complained.mock.calls.flat().join('\n')).toContain(why);
    expect(complained.mock.calls.flat().join('\n')).toContain('Usage: earshot manifest');
  });

  it('says so where the file cannot be written', () => {
    manifestCommand(['teams', '--app-id', APP_ID], {
      env: {},
      writeFile: () => {
        throw new Error('no space left on device');
      },
    });
    expect(process.exitCode).toBe(1);
    expect(complained.mock.calls.flat().join('\n')).toContain('no space left on device');
    expect(told).not.toHaveBeenCalled();
  });
});
