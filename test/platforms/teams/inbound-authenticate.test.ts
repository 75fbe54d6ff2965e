import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isServiceAddress } from '../../../src/platforms/teams/receive/service-address.js';
import { createAuthenticate } from '../../../src/platforms/teams/sdk/authenticate.js';
import { createActivityTokens } from '../../counterparts/teams/identity/activity-tokens.js';
import { createSigningKeys } from '../../counterparts/teams/identity/signing-keys.js';
import { TENANT_ID } from '../../counterparts/teams/people.js';
import { startTeamsCounterpart, type TeamsCounterpart } from '../../counterparts/teams/teams-counterpart.js';
import { APP_ID } from '../../counterparts/teams/tenant.js';
import { quietLog } from '../../quiet-log.js';

describe('a sign-in of Microsoft’s that never answers', () => {
  let teams: TeamsCounterpart;
  beforeEach(async () => {
    teams = await startTeamsCounterpart();
  });
  afterEach(() => teams.close());

  it.each(['openid', 'keys'] as const)(
    'with its %s keeps nobody waiting, and is asked again',
    async (operation) => {
      const authenticate = createAuthenticate({
        appId: APP_ID,
        tenantId: TENANT_ID,
        openIdUrl: teams.openIdUrl,
        log: quietLog,
        timeoutMs: 3_000,
      });
      const tokens = createActivityTokens({ keys: createSigningKeys(), appId: APP_ID, now: Date.now });
      const { serviceUrl } = teams;
      const signed = (key?: 'forged') => ({
        authorization: `Bearer ${tokens.sign(serviceUrl, key && { key })}`,
        serviceUrl,
      });
      teams.fault({ kind: 'hang', stored: false, operation });
      expect(await Promise.all([1, 2, 3].map(() => authenticate(signed())))).toEqual(
        [1, 2, 3].map(() => ({ kind: 'unsure', why: 'no keys within 3000 ms' })),
      );
      expect(await authenticate(signed())).toEqual({ kind: 'genuine' });
      vi.spyOn(console, 'error').mockReturnValue();
      expect(await authenticate(signed('forged'))).toMatchObject({ kind: 'forged' });
      vi.restoreAllMocks();
    },
  );
});

describe('the address of a connector', () => {
  const OURS = { vouched: false, loopback: false };

  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.infra.gcc.teams.microsoft.com/teams/',
    'https://europe.webchat.botframework.com/',
  ])('%s is known', (address) => {
    expect(isServiceAddress(address, OURS)).toBe(true);
  });

  it.each([
    'https://evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evilbotframework.com/',
    'https://smba.trafficmanager.net@evil.example/',
  ])('%s is not, and counts only where a token vouches for it', (address) => {
    expect(isServiceAddress(address, OURS)).toBe(false);
    expect(isServiceAddress('https://new.teams.example/', { ...OURS, vouched: true })).toBe(true);
  });

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'http://169.254.169.254/latest/',
    'http://127.0.0.1:3001/',
    'https://localhost/',
    'https://user:pass@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/?next=1',
    'file:///etc/passwd',
    'nothing',
    '',
  ])('%s is never called, whoever vouches for it', (address) => {
    expect(isServiceAddress(address, { vouched: true, loopback: false })).toBe(false);
  });

  it('is on this machine only in the local trial', () => {
    expect(isServiceAddress('http://localhost:56150/_connector', { vouched: false, loopback: true })).toBe(
      true,
    );
    expect(isServiceAddress('http://10.0.0.5/', { vouched: false, loopback: true })).toBe(false);
  });
});
