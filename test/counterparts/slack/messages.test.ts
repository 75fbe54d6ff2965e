import type { ConversationsHistoryResponse } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL, KIM, ONE_OF_EACH } from './one-of-each.js';
import { quietClient, refusalOf } from './quiet-client.js';
import { startSlackCounterpart, type SlackCounterpart } from './slack-counterpart.js';
import { BOT_TOKEN } from './workspace.js';

let slack: SlackCounterpart;

beforeEach(async () => {
  slack = await startSlackCounterpart({ seed: 1, workspace: ONE_OF_EACH });
});
afterEach(() => slack.close());

const client = (token = BOT_TOKEN) => quietClient(slack.apiUrl, { token });
const post = (text: string, more: { readonly thread_ts?: string } = {}) =>
  client().chat.postMessage({ channel: CHANNEL, text, ...more });

describe('messages', () => {
  it('each get a later ts of their own, and a thread counts its replies', async () => {
    const root = await post('root');
    const first = await post('first', { thread_ts: root.ts! });
    await post('second', { thread_ts: first.ts! });

    const history = await client().conversations.history({ channel: CHANNEL });
    const thread = await client().conversations.replies({ channel: CHANNEL, ts: root.ts! });

    expect(history.messages).toHaveLength(1);
    expect(history.messages?.[0]).toMatchObject({ text: 'root', reply_count: 2, thread_ts: root.ts });
    expect(thread.messages?.map((each) => each.text)).toEqual(['root', 'first', 'second']);
    expect(new Set(slack.messages({ channel: CHANNEL }).map((each) => each.ts)).size).toBe(3);
  });

  it('show their metadata only to who asks for it, and keep it through an edit that does not name it', async () => {
    const metadata = { event_type: 'earshot_message', event_payload: { id: 'm1' } };
    const { ts } = await client().chat.postMessage({ channel: CHANNEL, text: 'before', metadata });
    await client().chat.update({ channel: CHANNEL, ts: ts!, text: 'after' });

    const without = await client().conversations.history({ channel: CHANNEL });
    const withIt = await client().conversations.history({ channel: CHANNEL, include_all_metadata: true });
    const inThread = await client().conversations.replies({
      channel: CHANNEL,
      ts: ts!,
      include_all_metadata: true,
    });

    expect(without.messages?.[0]?.metadata).toBeUndefined();
    expect(withIt.messages?.[0]).toMatchObject({ text: 'after', metadata, edited: { user: 'U0BOT00001' } });
    expect(inThread.messages?.[0]).toMatchObject({ metadata });
  });

  it('come newest first, in pages, between two times', async () => {
    const sent: string[] = [];
    for (const text of ['one', 'two', 'three', 'four', 'five']) sent.push((await post(text)).ts!);

    const pages: (string | undefined)[][] = [];
    for await (const page of client().paginate('conversations.history', { channel: CHANNEL, limit: 2 })) {
      pages.push((page as ConversationsHistoryResponse).messages!.map((each) => each.text));
    }
    const between = { channel: CHANNEL, oldest: sent[1]!, latest: sent[3]! };
    const inner = await client().conversations.history(between);
    const outer = await client().conversations.history({ ...between, inclusive: true });

    expect(pages).toEqual([['five', 'four'], ['three', 'two'], ['one']]);
    expect(inner.messages?.map((each) => each.text)).toEqual(['three']);
    expect(outer.messages?.map((each) => each.text)).toEqual(['four', 'three', 'two']);
  });

  it('lose their blocks to an edit that names only text, and keep their attachments', async () => {
    const blocks = [{ type: 'divider' }];
    const attachments = [{ color: '#a30200', blocks }];
    const { ts } = await client().chat.postMessage({ channel: CHANNEL, text: 'card', blocks, attachments });
    await client().chat.update({ channel: CHANNEL, ts: ts!, text: 'words only' });

    const [message] = slack.messages({ channel: CHANNEL });
    expect(message).toMatchObject({ text: 'words only', attachments: [{ id: 1, color: 'a30200' }] });
    expect(message?.blocks).toBeUndefined();
  });

  it('are cut at 40,000 characters, with a warning', async () => {
    const answer = await post('x'.repeat(40_001));
    expect(answer.response_metadata?.warnings).toEqual(['message_truncated']);
    expect(slack.messages({ channel: CHANNEL })[0]?.text).toHaveLength(40_000);
  });

  it.each([
    ['a channel that is not there', { channel: 'C0NOWHERE1' }, 'channel_not_found'],
    ['a private channel without the bot', { channel: 'G0SECRET01' }, 'channel_not_found'],
    ['an archived channel', { channel: 'C0OLD00001' }, 'is_archived'],
    ['nothing to say', { text: '' }, 'no_text'],
    ['broken metadata', { metadata: { event_type: '', event_payload: {} } }, 'invalid_metadata_schema'],
    [
      'too much metadata',
      { metadata: { event_type: 'x', event_payload: { id: 'x'.repeat(8001) } } },
      'metadata_too_large',
    ],
    ['unknown blocks', { blocks: [{ type: 'confetti' }] }, 'invalid_blocks'],
  ])('are refused for %s', async (_, wrong, error) => {
    const refused = await refusalOf(client().chat.postMessage({ channel: CHANNEL, text: 'hello', ...wrong }));
    expect(refused).toMatchObject({ ok: false, error });
    expect(slack.posts()).toEqual([]);
  });

  it('cannot be edited by the bot when a person wrote them, are not there, or are too old', async () => {
    const theirs = slack.say({ user: KIM, channel: CHANNEL, text: 'mine' });
    const edit = (ts: string) => refusalOf(client().chat.update({ channel: CHANNEL, ts, text: 'x' }));
    expect(await edit(theirs)).toMatchObject({ error: 'cant_update_message' });
    expect(await edit('1700000000.000001')).toMatchObject({ error: 'message_not_found' });

    let now = Date.parse('2026-03-02T09:00:00Z');
    const strict = await startSlackCounterpart({ clock: () => new Date(now), editWindowMs: 60_000 });
    const { ts } = await quietClient(strict.apiUrl).chat.postMessage({ channel: CHANNEL, text: 'x' });
    now += 60_001;
    const late = quietClient(strict.apiUrl).chat.update({ channel: CHANNEL, ts: ts!, text: 'y' });
    expect(await refusalOf(late)).toMatchObject({ error: 'edit_window_closed' });
    await strict.close();
  });

  it('reach one person privately who is in the channel', async () => {
    const note = { channel: CHANNEL, text: 'only for you' };
    await client().chat.postEphemeral({ ...note, user: KIM });
    const refused = await refusalOf(client().chat.postEphemeral({ ...note, user: 'U0NOBODY01' }));

    expect(slack.ephemerals({ user: KIM })).toMatchObject([{ text: 'only for you', channel: CHANNEL }]);
    expect(slack.messages({ channel: CHANNEL })).toEqual([]);
    expect(refused).toMatchObject({ error: 'user_not_in_channel' });
  });
});

describe('the record', () => {
  it('holds every call with its arguments as they came, its token and what came of it', async () => {
    await client().chat.postMessage({ channel: CHANNEL, text: 'x', blocks: [{ type: 'divider' }] });
    await refusalOf(client('xoxb-forged').auth.test());
    await refusalOf(client().apiCall('chat.shout'));

    expect(slack.calls()).toMatchObject([
      {
        method: 'chat.postMessage',
        token: 'bot',
        args: { channel: CHANNEL, text: 'x', blocks: '[{"type":"divider"}]' },
        outcome: { kind: 'answered', status: 200, ok: true },
      },
      { method: 'auth.test', token: 'unknown', outcome: { ok: false, error: 'invalid_auth' } },
      { method: 'chat.shout', outcome: { error: 'unknown_method' } },
    ]);
    expect(slack.callCounts()).toEqual({ 'chat.postMessage': 1, 'auth.test': 1, 'chat.shout': 1 });
  });

  it('counts what was posted twice under one id, and the busiest second of a channel', async () => {
    const metadata = { event_type: 'x', event_payload: { id: 'm1' } };
    for (const text of ['a', 'b']) await client().chat.postMessage({ channel: CHANNEL, text, metadata });
    await post('c');

    expect(slack.duplicates()).toMatchObject([{ id: 'm1', posts: [{ channel: CHANNEL }, {}] }]);
    expect(slack.busiestSecond({ channel: CHANNEL })).toMatchObject({ calls: 3 });
    slack.clearRecords();
    expect(slack.busiestSecond()).toBeNull();
    expect(slack.duplicates()).toEqual([]);
  });
});
