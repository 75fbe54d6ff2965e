import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TENANT_ID } from './people.js';
import { startTeamsCounterpart, type TeamsCounterpart } from './teams-counterpart.js';
import { LEADS_CHAT } from './tenant.js';
import { startTinyBot, type TinyBot } from './tiny-bot.js';
import { codeIn, createTinyClient, CREDENTIALS, said } from './tiny-client.js';

let teams: TeamsCounterpart;
let bot: TinyBot;
let now: number;

beforeEach(async () => {
  now = Date.now();
  teams = await startTeamsCounterpart({ seed: 1, clock: () => new Date(now) });
  bot = await startTinyBot(teams);
  teams.setBotAddress({ urls: [bot.url] });
});
afterEach(async () => {
  await bot.close();
  await teams.close();
});

const ask = async (changed: Record<string, string>, url = teams.tokenUrl) => {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ ...CREDENTIALS, ...changed }),
  });
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
};

describe('a token for the connector', () => {
  it('is given for the right credentials, for an hour', async () => {
    expect(await ask({})).toMatchObject({ status: 200, token_type: 'Bearer', expires_in: 3599 });
    const client = await createTinyClient(teams);
    expect((await client.send(LEADS_CHAT, said('x'))).status).toBe(201);
    now += 3_600_000;
    expect((await client.send(LEADS_CHAT, said('x'))).status).toBe(401);
    expect(teams.calls({ operation: 'send' }).map((call) => call.token)).toEqual(['valid', 'expired']);
  });

  it('is refused for wrong ones, with the words of Entra', async () => {
    expect(await ask({ client_secret: 'wrong' })).toMatchObject({ status: 401, error: 'invalid_client' });
    expect(await ask({ client_id: 'other' })).toMatchObject({ status: 400, error: 'unauthorized_client' });
    expect(await ask({ grant_type: 'password' })).toMatchObject({ error: 'unsupported_grant_type' });
    expect(await ask({ scope: 'https://graph.microsoft.com/.default' })).toMatchObject({
      error: 'invalid_scope',
    });
    const elsewhere = teams.tokenUrl.replace(TENANT_ID, 'botframework.com');
    expect(await ask({}, elsewhere)).toMatchObject({ status: 400, error_codes: [90002] });
  });

  it('that is wrong, revoked, or of a bot that Azure no longer knows opens nothing', async () => {
    const client = await createTinyClient(teams);
    teams.revokeTokens();
    expect(codeIn(await client.send(LEADS_CHAT, said('x')))).toBe('Unauthorized');
    const fresh = await createTinyClient(teams);
    expect((await fresh.send(LEADS_CHAT, said('x'))).status).toBe(201);
    teams.setBot({ registered: false });
    expect(codeIn(await fresh.send(LEADS_CHAT, said('x')))).toBe('BotNotRegistered');
    teams.setBot({ registered: true, password: 'next' });
    expect(await ask({})).toMatchObject({ error: 'invalid_client' });
    expect(await ask({ client_secret: 'next' })).toMatchObject({ status: 200 });
    const url = `${teams.serviceUrl}v3/conversations`;
    expect((await fetch(url, { method: 'POST', headers: { authorization: 'Bearer forged' } })).status).toBe(
      401,
    );
  });

  it('can be had through what MSAL asks for first', async () => {
    const { origin } = new URL(teams.tokenUrl);
    const document = await fetch(`${origin}/${TENANT_ID}/v2.0/.well-known/openid-configuration`);
    expect(await document.json()).toMatchObject({
      token_endpoint: `https://login.microsoftonline.com${new URL(teams.tokenUrl).pathname}`,
    });
    expect((await fetch(`${origin}/common/discovery/instance`)).status).toBe(200);
  });
});

describe('what is sent to the bot', () => {
  const body = () => JSON.stringify({ type: 'message', serviceUrl: teams.serviceUrl });

  it('is signed by a published key that may speak for Teams', async () => {
    expect((await teams.sendRaw({ body: body() })).status).toBe(200);
    teams.rotateKeys();
    expect((await teams.sendRaw({ body: body() })).status).toBe(200);
    expect([bot.heard.length, bot.refused]).toEqual([2, []]);
  });

  it.each([
    ['unknown key', { key: 'stranger' }],
    ['wrong signature', { key: 'forged' }],
    ['key not endorsed', { key: 'unendorsed' }],
    ['wrong audience', { claims: { aud: 'another-app' } }],
    ['wrong issuer', { claims: { iss: 'https://sts.windows.net/' } }],
    ['wrong serviceUrl', { claims: { serviceurl: 'https://elsewhere.example/' } }],
    ['wrong serviceUrl', { claims: { serviceurl: null } }],
    ['expired', { clockOffsetSec: -7200 }],
  ] as const)('can have a token that is wrong: %s', async (why, flaw) => {
    expect((await teams.sendRaw({ body: body(), flaw })).status).toBe(401);
    expect(bot.refused).toEqual([why]);
  });

  it('can come without a token', async () => {
    await teams.sendRaw({ body: body(), signed: false });
    expect(bot.refused).toEqual(['no token']);
  });
});
