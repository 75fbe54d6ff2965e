import { describe, expect, it } from 'vitest';
import { faultsOf, read, settingsOf } from './settings-fixture.js';

const TEAMS = {
  TEAMS_APP_ID: 'EA45A07E-0000-4000-8000-000000000b07',
  TEAMS_APP_PASSWORD: 'a~client.secret',
  TEAMS_TENANT_ID: '7e0a0000-0000-4000-8000-00000000c0de',
};
const without = (name: keyof typeof TEAMS) =>
  Object.fromEntries(Object.entries(TEAMS).filter(([each]) => each !== name));
const named = (env: Readonly<Record<string, string>>) => faultsOf({ env }).map(({ path }) => path);

describe('Teams', () => {
  it('is off where nothing of it is set, and never open', () => {
    expect(settingsOf({}).teams).toBeUndefined();
    expect(settingsOf({ env: { TEAMS_LOCAL: '0' } }).teams).toBeUndefined();
  });

  it('is on with an app, its secret and its tenant', () => {
    expect(settingsOf({ env: TEAMS }).teams).toEqual({
      mode: 'app',
      appId: TEAMS.TEAMS_APP_ID.toLowerCase(),
      appPassword: TEAMS.TEAMS_APP_PASSWORD,
      tenantId: TEAMS.TEAMS_TENANT_ID,
    });
  });

  it('takes its secret from a file', () => {
    const env = { ...without('TEAMS_APP_PASSWORD'), TEAMS_APP_PASSWORD_FILE: '/run/secrets/teams' };
    expect(settingsOf({ env, files: { '/run/secrets/teams': 'from-a-file\n' } }).teams).toMatchObject({
      appPassword: 'from-a-file',
    });
  });

  it.each(['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'] as const)(
    'half set up names what is missing: %s',
    (name) => {
      expect(named(without(name))).toEqual([name]);
    },
  );

  it('names ids that are none, and a secret with spaces, and repeats neither', () => {
    const env = { TEAMS_APP_ID: 'my app', TEAMS_APP_PASSWORD: 'two words', TEAMS_TENANT_ID: 'acme' };
    expect(named(env)).toEqual(['TEAMS_APP_ID', 'TEAMS_TENANT_ID', 'TEAMS_APP_PASSWORD']);
    expect(JSON.stringify(faultsOf({ env }))).not.toMatch(/my app|two words|acme/u);
  });

  it('knows a slip of the finger in a name', () => {
    expect(faultsOf({ env: { ...without('TEAMS_TENANT_ID'), TEAMS_TENANT_IDS: 'x' } })).toContainEqual(
      expect.objectContaining({ path: 'TEAMS_TENANT_IDS' }),
    );
  });
});

describe('the local trial of Teams', () => {
  it('needs no credentials', () => {
    expect(settingsOf({ env: { TEAMS_LOCAL: '1' } }).teams).toEqual({ mode: 'local' });
    expect(settingsOf({ env: { TEAMS_LOCAL: '1', HOST: '::1' } }).teams).toEqual({ mode: 'local' });
  });

  it.each(['0.0.0.0', '::', '10.0.0.5', 'earshot.example'])('does not start on %s', (HOST) => {
    expect(named({ TEAMS_LOCAL: '1', HOST })).toEqual(['TEAMS_LOCAL']);
  });

  it('does not start beside credentials, nor with a word that is neither yes nor no', () => {
    expect(named({ ...TEAMS, TEAMS_LOCAL: '1' })).toEqual(['TEAMS_LOCAL']);
    expect(named({ TEAMS_LOCAL: 'perhaps' })).toEqual(['TEAMS_LOCAL']);
  });
});

describe('a stand-in for Microsoft', () => {
  const marks = (address: string) => ({
    EARSHOT_TEST: JSON.stringify({ teams: { openIdUrl: address, tokenUrl: address, serviceUrl: address } }),
  });

  it('is taken on loopback only', () => {
    expect(settingsOf({ env: marks('http://127.0.0.1:4000/x') }).test?.teams?.openIdUrl).toBe(
      'http://127.0.0.1:4000/x',
    );
    for (const address of ['https://evil.example/', 'http://10.0.0.5/', 'nothing', '']) {
      expect(read({ env: marks(address) })).toHaveProperty('faults');
    }
    expect(read({ env: { ...marks('http://127.0.0.1:4000/x'), HOST: '0.0.0.0' } })).toHaveProperty('faults');
  });
});
