import type { ConversationsListResponse } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL, KIM, ONE_OF_EACH } from './one-of-each.js';
import { quietClient, refusalOf } from './quiet-client.js';
import { startSlackCounterpart, type SlackCounterpart } from './slack-counterpart.js';
import { APP_TOKEN, BOT_TOKEN, USUAL_SCOPES } from './workspace.js';

let slack: SlackCounterpart;

beforeEach(async () => {
  slack = await startSlackCounterpart({ seed: 1, workspace: ONE_OF_EACH });
});
afterEach(() => slack.close());

const client = (token = BOT_TOKEN) => quietClient(slack.apiUrl, { token });
const post = (text: string, more: { readonly thread_ts?: string } = {}) =>
  client().chat.postMessage({ channel: CHANNEL, text, ...more });

describe('tokens', () => {
  it.each([
    ['revoked', 'token_revoked'],
    ['expired', 'token_expired'],
    ['inactive', 'account_inactive'],
  ] as const)('that are %s are refused as %s', async (state, error) => {
    slack.setToken({ token: BOT_TOKEN, state });
    expect(await refusalOf(post('x'))).toMatchObject({ error });
  });

  it('that nobody issued, or of the wrong kind, are refused', async () => {
    expect(await refusalOf(client('xoxb-forged').auth.test())).toMatchObject({ error: 'invalid_auth' });
    expect(
      await refusalOf(client(APP_TOKEN).chat.postMessage({ channel: CHANNEL, text: 'x' })),
    ).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await refusalOf(client().apps.connections.open({}))).toMatchObject({
      error: 'not_allowed_token_type',
    });
  });

  it('without a scope are told which, and what they have', async () => {
    slack.setToken({ token: BOT_TOKEN, scopes: ['chat:write', 'channels:history'] });
    await post('x');
    expect(await refusalOf(client().users.list({}))).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'chat:write,channels:history',
    });
    slack.setChannel({ id: 'G0SECRET01', botIsMember: true });
    expect(await refusalOf(client().conversations.history({ channel: 'G0SECRET01' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:history',
    });
    const open = { channel: 'C0OPEN0001', text: 'x' };
    expect(await refusalOf(client().chat.postMessage(open))).toMatchObject({ error: 'not_in_channel' });
  });

  it('say who they are', async () => {
    expect(await client().auth.test()).toMatchObject({
      team_id: 'T0COUNTER1',
      user_id: 'U0BOT00001',
      bot_id: 'B0BOT00001',
      response_metadata: { scopes: expect.arrayContaining(['chat:write']) as unknown },
    });
  });
});

describe('people and places', () => {
  it('are listed in pages, with whether the bot is in', async () => {
    const ids: (string | undefined)[] = [];
    const types = 'public_channel,private_channel';
    for await (const page of client().paginate('conversations.list', { types, limit: 1 })) {
      ids.push(...(page as ConversationsListResponse).channels!.map((each) => each.id));
    }
    const open = await client().conversations.info({ channel: 'C0OPEN0001' });
    const members = await client().conversations.members({ channel: CHANNEL });

    expect(ids).toEqual([CHANNEL, 'C0OPEN0001', 'C0OLD00001']);
    expect(open.channel).toMatchObject({ name: 'open', is_member: false });
    expect(members.members).toContain(KIM);
  });

  it('show who is away for good, a guest or a stranger, and an e-mail only with the scope', async () => {
    const { members } = await client().users.list({});
    const byId = new Map(members?.map((member) => [member.id, member]));
    expect(byId.get('U0GONE0001')).toMatchObject({ deleted: true });
    expect(byId.get('U0FARAWAY1')).toMatchObject({ is_stranger: true, team_id: 'T0OTHER001' });
    expect(byId.get(KIM)?.profile?.email).toBe('kim@example.com');

    slack.setToken({
      token: BOT_TOKEN,
      scopes: USUAL_SCOPES.filter((scope) => scope !== 'users:read.email'),
    });
    const kim = await client().users.info({ user: KIM });
    expect(kim.user?.profile?.email).toBeUndefined();
    expect(await refusalOf(client().users.info({ user: 'U0NOBODY01' }))).toMatchObject({
      error: 'user_not_found',
    });
  });

  it('open one direct message per person, and none with who cannot have one', async () => {
    const open = (users: string) => client().conversations.open({ users });
    const first = await open(KIM);
    const again = await open(KIM);
    await client().chat.postMessage({ channel: first.channel!.id!, text: 'psst' });

    expect(again).toMatchObject({ already_open: true, channel: { id: first.channel!.id } });
    expect(slack.directMessages({ user: KIM })).toMatchObject([{ text: 'psst' }]);
    expect(await refusalOf(open('U0GONE0001'))).toMatchObject({ error: 'user_disabled' });
    expect(await refusalOf(open('U0BOT00001'))).toMatchObject({ error: 'cannot_dm_bot' });
    expect(await refusalOf(open('U0NOBODY01'))).toMatchObject({ error: 'user_not_found' });
  });

  it('take a message by id, by name, or by the person it is for', async () => {
    const send = (channel: string) => client().chat.postMessage({ channel, text: `to ${channel}` });
    expect((await send('#support')).channel).toBe(CHANNEL);
    const { channel } = await send(KIM);
    expect(slack.messages({ channel: channel! })).toMatchObject([{ text: `to ${KIM}` }]);
  });

  it('let the bot join what is open to all', async () => {
    slack.setToken({ token: BOT_TOKEN, scopes: ['channels:join', 'chat:write'] });
    const send = () => client().chat.postMessage({ channel: 'C0OPEN0001', text: 'x' });
    expect(await refusalOf(send())).toMatchObject({ error: 'not_in_channel' });
    await client().conversations.join({ channel: 'C0OPEN0001' });
    expect(await send()).toMatchObject({ ok: true });
    slack.setChannel({ id: 'C0OPEN0001', restricted: true });
    expect(await refusalOf(send())).toMatchObject({ error: 'restricted_action' });
  });

  it('list the groups that can be mentioned', async () => {
    const { usergroups } = await client().usergroups.list({ include_users: true });
    expect(usergroups).toMatchObject([{ id: 'S0ONCALL01', handle: 'oncall', users: [KIM] }]);
  });

  it('do not read their arguments from JSON, as methods that only read do not', async () => {
    const response = await fetch(`${slack.apiUrl}conversations.info`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${BOT_TOKEN}` },
      body: JSON.stringify({ channel: CHANNEL }),
    });
    expect(await response.json()).toMatchObject({ ok: false, error: 'channel_not_found' });
  });
});
