import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExchanger, type Exchanger } from '../../../src/platforms/wire/exchange.js';
import { createCredentials, type Credentials } from '../../../src/platforms/teams/sdk/credentials.js';
import { CONNECTIONS } from '../../../src/platforms/teams/limits.js';
import { TENANT_ID } from '../../counterparts/teams/people.js';
import { startTeamsCounterpart, type TeamsCounterpart } from '../../counterparts/teams/teams-counterpart.js';
import { APP_ID, APP_PASSWORD } from '../../counterparts/teams/tenant.js';

let teams: TeamsCounterpart;
let exchanger: Exchanger;
let now: number;
beforeEach(async () => {
  teams = await startTeamsCounterpart();
  exchanger = createExchanger(CONNECTIONS);
  now = Date.now();
});
afterEach(async () => {
  exchanger.close();
  await teams.close();
});

const credentials = (appPassword = APP_PASSWORD): Credentials =>
  createCredentials({
    appId: APP_ID,
    appPassword,
    tenantId: TENANT_ID,
    tokenUrl: teams.tokenUrl,
    exchanger,
    clock: () => new Date(now),
  });
const asked = () => teams.calls().filter(({ operation }) => operation === 'token').length;

describe('the token of our calls', () => {
  it('is fetched once for many calls, and again shortly before it expires', async () => {
    const { token } = credentials();
    const [first, second] = await Promise.all([token(), token()]);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ kind: 'token' });
    await token();
    expect(asked()).toBe(1);
    now += 3_600_000 - 4 * 60_000;
    await token();
    expect(asked()).toBe(2);
  });

  it('that the connector did not take is fetched anew', async () => {
    const { token, doubt } = credentials();
    await token();
    doubt();
    await token();
    expect(asked()).toBe(2);
  });

  it('is refused to whoever has the wrong secret, which is never repeated', async () => {
    const answer = await credentials('not-the-secret').token();
    expect(answer).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('invalid_client') as string,
    });
    expect(JSON.stringify(answer)).not.toContain('not-the-secret');
  });

  it.each([
    [{ kind: 'http_status', status: 503 }],
    [{ kind: 'rate_limited', retryAfterSec: 1 }],
    [{ kind: 'reset', stored: false }],
  ] as const)('is away where Microsoft answers with %j, and there again when it answers', async (fault) => {
    teams.fault({ ...fault, operation: 'token' });
    const { token } = credentials();
    expect(await token()).toMatchObject({ kind: 'away' });
    expect(await token()).toMatchObject({ kind: 'token' });
  });
});
