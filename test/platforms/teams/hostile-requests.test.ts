/** Long because the kinds of hostile requests stand together. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RawRequest } from '../../../src/inbound/raw-request.js';
import type { TokenFlaw } from '../../counterparts/teams/identity/activity-tokens.js';
import { KIM, OTHER_TENANT_ID, TENANT_ID } from '../../counterparts/teams/people.js';
import { APP_ID, SUPPORT } from '../../counterparts/teams/tenant.js';
import { type InboundRig, startInbound } from './inbound-rig.js';
import { INJECTIONS } from '../../cards/injections.js';

let rig: InboundRig;
const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  // The SDK writes there what it thinks of a token.
  vi.spyOn(console, 'error').mockReturnValue();
  rig = await startInbound();
});
beforeEach(() => {
  rig.conversation.heard.length = 0;
  rig.counterpart.clearRecords();
});
afterAll(async () => {
  await rig.close();
  process.off('unhandledRejection', note);
  vi.restoreAllMocks();
  expect(unhandled).toEqual([]);
});

const activity = (more: object = {}) => ({
  type: 'message',
  id: `f:${Math.random()}`,
  channelId: 'msteams',
  serviceUrl: rig.counterpart.serviceUrl,
  from: { id: KIM, name: 'Kim' },
  recipient: { id: `28:${APP_ID}`, name: 'Earshot' },
  conversation: { id: `${SUPPORT};messageid=1`, conversationType: 'channel', tenantId: TENANT_ID },
  channelData: { tenant: { id: TENANT_ID }, channel: { id: SUPPORT }, team: { id: SUPPORT } },
  text: '<at>Earshot</at> alerts',
  entities: [{ type: 'mention', mentioned: { id: `28:${APP_ID}` }, text: '<at>Earshot</at>' }],
  ...more,
});

const send = (body: string, more: { readonly flaw?: TokenFlaw; readonly contentType?: string } = {}) =>
  rig.counterpart.sendRaw({ body, redeliveries: 0, ...more });
const sendActivity = (more: object, sending: Parameters<typeof send>[1] = {}) =>
  send(JSON.stringify(activity(more)), sending);

describe('the door for Teams', () => {
  it('takes what Teams sends', async () => {
    expect((await sendActivity({})).status).toBe(200);
    expect(rig.conversation.heard).toHaveLength(1);
  });

  it.each([
    ['of a key that nobody published', { key: 'stranger' }],
    ['forged over a key that is published', { key: 'forged' }],
    ['of a key that may not speak for Teams', { key: 'unendorsed' }],
    ['that has expired', { clockOffsetSec: -7_200 }],
    ['of tomorrow', { clockOffsetSec: 86_400 }],
    ['for another app', { claims: { aud: '00000000-0000-4000-8000-000000000000' } }],
    ['for no app', { claims: { aud: null } }],
    ['for several apps', { claims: { aud: [APP_ID, 'another'] } }],
    ['of another issuer', { claims: { iss: 'https://sts.windows.net/other/' } }],
    ['of an emulator', { claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' } }],
    ['for another address', { claims: { serviceurl: 'https://evil.example/' } }],
    ['for no address', { claims: { serviceurl: null } }],
    ['that never expires', { claims: { exp: null } }],
  ] as const)('answers a token %s with 401, and nothing happens', async (_, flaw) => {
    expect((await sendActivity({}, { flaw })).status).toBe(401);
    expect(rig.conversation.heard).toEqual([]);
    expect(rig.counterpart.calls()).toEqual(
      rig.counterpart.calls().filter(({ operation }) => ['openid', 'keys'].includes(operation)),
    );
  });

  it.each([
    'Bearer',
    'Bearer x',
    'Bearer a.b.c',
    'Basic dXNlcjpwYXNz',
    `Bearer ${'a'.repeat(10_000)}`,
    'Bearer eyJhbGciOiJub25lIn0.e30.',
    `Bearer ${Buffer.from('{"alg":"HS256","kid":"x"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.AAAA`,
    `Bearer ${Buffer.from('null').toString('base64url')}.${Buffer.from('null').toString('base64url')}.AAAA`,
  ])('answers the header %.40j with 401', async (authorization) => {
    const { status } = await rig.counterpart.sendRaw({
      body: JSON.stringify(activity()),
      signed: false,
      headers: { authorization },
      redeliveries: 0,
    });
    expect(status).toBe(401);
  });

  it('answers what has no token with 401, whatever it is, and says no more', async () => {
    for (const body of ['', 'null', '{', '[]', JSON.stringify(activity()), '{"type":5}', '{}']) {
      const { status, text } = await rig.counterpart.sendRaw({ body, signed: false, redeliveries: 0 });
      expect({ body, status, text }).toEqual({
        body,
        status: 401,
        text: 'the request does not come from Teams, or not for this app',
      });
    }
  });

  it.each(['null', '5', '"text"', 'true', '[]', '', ' ', '{', 'nul', '[{}]', '['.repeat(100_000)])(
    'answers a body of %.20j with 400',
    async (body) => {
      expect((await send(body)).status).toBe(400);
    },
  );

  it.each([
    ['no type', { type: undefined }],
    ['a number for a type', { type: 5 }],
    ['no conversation', { conversation: null }],
    ['a list for a conversation', { conversation: [] }],
    ['a conversation with a line break', { conversation: { id: 'a\nb', tenantId: TENANT_ID } }],
    ['a conversation with our own mark', { conversation: { id: 'a|b', tenantId: TENANT_ID } }],
    ['no sender', { from: null }],
    ['no recipient', { recipient: undefined }],
    ['no id', { id: undefined }],
    ['an endless id', { id: 'x'.repeat(100_000) }],
  ])('answers an activity with %s with 400', async (_, more) => {
    expect((await sendActivity(more)).status).toBe(400);
    expect(rig.conversation.heard).toEqual([]);
  });

  it.each([
    [
      'the tenant of somebody else',
      { conversation: { id: 'a:1', conversationType: 'personal', tenantId: OTHER_TENANT_ID } },
      403,
    ],
    ['no tenant', { conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} }, 403],
    ['no service address', { serviceUrl: undefined }, 401],
    ['another service address than its token', { serviceUrl: 'https://evil.example/' }, 401],
    ['another channel', { channelId: 'webchat' }, 401],
  ])('refuses an activity with %s', async (_, more, status) => {
    expect((await sendActivity(more)).status).toBe(status);
    expect(rig.conversation.heard).toEqual([]);
    expect(rig.conversations.kept.has('a:1')).toBe(false);
  });

  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/json; charset=utf-8', 200],
    ['APPLICATION/JSON', 200],
  ])('answers the content type %s with %i', async (contentType, status) => {
    expect((await sendActivity({}, { contentType })).status).toBe(status);
  });

  it('takes nothing but POST', async () => {
    const request: RawRequest = {
      method: 'GET',
      target: '/api/messages',
      headers: {},
      body: Buffer.alloc(0),
    };
    expect(await rig.teams.handle(request)).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });

  it('takes nothing of more than half a megabyte, and nothing that is not UTF-8', async () => {
    expect((await sendActivity({ text: 'x'.repeat(600_000) })).status).toBe(413);
    const body = Buffer.concat([
      Buffer.from('{"serviceUrl":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}'),
    ]);
    const headers = { 'content-type': 'application/json', authorization: 'Bearer x' };
    const request: RawRequest = { method: 'POST', target: '/api/messages', headers, body };
    expect((await rig.teams.handle(request)).status).toBe(400);
  });

  it.each(INJECTIONS.map((words) => [words]))('takes the words %.40j for words', async (words) => {
    const { status } = await sendActivity({ text: `<at>Earshot</at> ${words}` });
    expect(status).toBe(200);
  });

  it.each([
    ['__proto__', JSON.parse('{"__proto__":{"earshot":{"v":1,"action":"claim","alert":123}}}') as object],
    ['an alert that is no number', { earshot: { v: 1, action: 'claim', alert: '123; drop table' } }],
    ['an alert of half', { earshot: { v: 1, action: 'claim', alert: 1.5 } }],
    ['an action that there is not', { earshot: { v: 1, action: 'constructor', alert: 123 } }],
    ['a list', []],
    ['a form of what asks nothing', { earshot: { v: 1, action: 'claim', alert: 123, form: true } }],
  ])('lets a button that carries %s do nothing', async (_, data) => {
    const { status, body } = await sendActivity({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { data } },
    });
    expect({ status, body }).toMatchObject({ status: 200, body: { statusCode: 400 } });
    expect(rig.conversation.heard).toEqual([]);
  });

  it('keeps what it refuses out of the log', async () => {
    await sendActivity({ serviceUrl: 'https://secret-host.example/' });
    expect(rig.logged.join('\n')).toContain('Refused a request');
    expect(rig.logged.join('\n')).not.toMatch(/secret-host|eyJ|counterpart-app-password/u);
  });
});

describe('while Microsoft’s keys cannot be had', () => {
  it('nobody is believed, and Teams is asked to come again', async () => {
    const alone = await startInbound({ counterpart: { unreachable: true } });
    const { status, headers } = await alone.counterpart.sendRaw({
      body: JSON.stringify({ ...activity(), serviceUrl: alone.counterpart.serviceUrl }),
      redeliveries: 0,
    });
    expect({ status, again: headers['retry-after'] }).toEqual({ status: 503, again: '5' });
    expect(alone.conversation.heard).toEqual([]);
    await alone.counterpart.setReachable({ reachable: true });
    expect(
      (
        await alone.counterpart.sendRaw({
          body: JSON.stringify({ ...activity(), serviceUrl: alone.counterpart.serviceUrl }),
        })
      ).status,
    ).toBe(200);
    await alone.close();
  });
});

describe('many requests at once, before there are keys', () => {
  it('have them fetched once', async () => {
    const fresh = await startInbound();
    const all = await Promise.all(
      Array.from({ length: 20 }, () =>
        fresh.counterpart.sendRaw({
          body: JSON.stringify({ ...activity(), serviceUrl: fresh.counterpart.serviceUrl }),
        }),
      ),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    expect(fresh.counterpart.calls().filter(({ operation }) => operation === 'keys')).toHaveLength(1);
    await fresh.close();
  });
});

describe('the local trial', () => {
  it('takes everybody at their word, and calls no address but those of this machine and of Microsoft', async () => {
    const local = await startInbound({ local: true });
    const unsigned = (more: object) =>
      local.counterpart.sendRaw({
        body: JSON.stringify({ ...activity(), serviceUrl: local.counterpart.serviceUrl, ...more }),
        signed: false,
      });
    expect((await unsigned({ channelData: {} })).status).toBe(200);
    expect((await unsigned({ serviceUrl: 'https://evil.example/' })).status).toBe(400);
    expect((await unsigned({ serviceUrl: 'http://169.254.169.254/' })).status).toBe(400);
    expect((await unsigned({ serviceUrl: 'file:///etc/passwd' })).status).toBe(400);
    await local.close();
  });
});
