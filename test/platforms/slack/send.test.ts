/** Long because everything that can become of a call is told in one place. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../src/posting/platform.js';
import { line, person } from '../../../src/cards/text.js';
import { alertCard } from '../../../src/cards/alert-card.js';
import { viewIn } from '../../cards/acme.js';
import { BOT_TOKEN, USUAL_SCOPES } from '../../counterparts/slack/workspace.js';
import { referenceOf } from '../wire/reference-of.js';
import { staffId } from '../wire/staff-in-memory.js';
import { sleep, until } from '../wire/until.js';
import { callOf, KIM, type Rig, type RigOptions, SAM, startRig, SUPPORT } from './rig.js';

let rig: Rig;

async function start(options: RigOptions = {}): Promise<Rig> {
  rig = await startRig(options);
  await rig.ready();
  rig.counterpart.clearRecords();
  return rig;
}

afterEach(() => rig.close());

describe('posting a card', () => {
  it('puts it into its channel once, with our id to find it by', async () => {
    const { slack, counterpart } = await start();
    const sent = await slack.platform.send(callOf('message-1'));
    const [message, ...more] = counterpart.messages({ channel: SUPPORT });
    expect(more).toEqual([]);
    expect(sent).toEqual({ outcome: 'posted', reference: `${SUPPORT}/${message!.ts}` });
    expect(message!.text).toMatch(/^High severity, CX-123: Maria Lopez/u);
    expect(message!.attachments?.[0]?.color).toBe('a30200');
    expect(message!.metadata).toEqual({ event_type: 'earshot_message', event_payload: { id: 'message-1' } });
    expect(counterpart.calls({ method: 'chat.postMessage' })[0]!.args).toMatchObject({
      unfurl_links: false,
      unfurl_media: false,
      parse: 'none',
      link_names: false,
    });
  });

  it('edits it in place, and the old state is gone from it', async () => {
    const { slack, counterpart } = await start();
    const posted = referenceOf(await slack.platform.send(callOf('message-1')));
    const content = { kind: 'card', card: alertCard(viewIn('resolved')) } as const;
    const sent = await slack.platform.send(callOf('message-1', { edit: posted, content }));
    expect(sent).toEqual({ outcome: 'posted', reference: posted });
    const [message, ...more] = counterpart.messages({ channel: SUPPORT });
    expect(more).toEqual([]);
    expect(message!.attachments?.[0]?.color).toBe('2eb886');
    expect(JSON.stringify(message)).not.toContain('Claim CX-123');
    expect(message!.metadata?.event_payload).toEqual({ id: 'message-1' });
  });

  it('answers in its thread, calling whom the line calls', async () => {
    const { slack, counterpart } = await start();
    const thread = referenceOf(await slack.platform.send(callOf('message-1')));
    const words = line(person({ id: staffId(SAM), name: 'Sam' }, true), ', it is yours.');
    await slack.platform.send(callOf('line-1', { thread, content: { kind: 'line', line: words } }));
    const [, reply] = counterpart.thread({ channel: SUPPORT, ts: thread.split('/')[1]! });
    expect(reply!.text).toBe(`<@${SAM}>, it is yours.`);
    expect(reply!.thread_ts).toBe(thread.split('/')[1]);
  });

  it('writes to one person alone, opening the conversation once', async () => {
    const { slack, counterpart } = await start();
    const direct = { channel: staffId(KIM), direct: true };
    expect(slack.platform.buckets({ ...callOf('direct-1'), ...direct }).map(({ key }) => key)).toContain(
      'slack:conversations.open',
    );
    const content = {
      kind: 'line',
      line: line('Sam handed you this.'),
      card: alertCard(viewIn('claimed')),
    } as const;
    const sent = await slack.platform.send(callOf('direct-1', { ...direct, content }));
    await slack.platform.send(callOf('direct-2', direct));
    expect(counterpart.directMessages({ user: KIM }).map((each) => each.text)).toEqual([
      'Sam handed you this.',
      expect.stringMatching(/^High severity/u),
    ]);
    expect(referenceOf(sent)).toMatch(/^D/u);
    expect(counterpart.callCounts()['conversations.open']).toBe(1);
    expect(slack.platform.buckets({ ...callOf('direct-3'), ...direct }).map(({ key }) => key)).not.toContain(
      'slack:conversations.open',
    );
  });

  it('to somebody who is not on Slack, or cannot be written to, is refused with the reason', async () => {
    const { slack, counterpart } = await start();
    expect(await slack.platform.send(callOf('d', { channel: 'staff-nobody', direct: true }))).toEqual({
      outcome: 'refused',
      why: 'this person is not on Slack',
    });
    counterpart.setUser({ id: SAM, deleted: true });
    expect(await slack.platform.send(callOf('d', { channel: staffId(SAM), direct: true }))).toEqual({
      outcome: 'refused',
      why: 'user_disabled',
    });
  });

  it('of which Slack does not take the form is posted once more in plain words', async () => {
    const { slack, counterpart, logged } = await start();
    counterpart.fault({ kind: 'error', error: 'invalid_blocks', method: 'chat.postMessage' });
    const sent = await slack.platform.send(callOf('message-1'));
    expect(sent.outcome).toBe('posted');
    const [message, ...more] = counterpart.messages({ channel: SUPPORT });
    expect(more).toEqual([]);
    expect(message!.attachments ?? []).toEqual([]);
    expect(message!.text).toMatch(/^High severity, CX-123/u);
    expect(message!.metadata?.event_payload).toEqual({ id: 'message-1' });
    expect(logged.join('\n')).toContain('plain words');
  });

  it('edited into plain words shows nothing of what it was', async () => {
    const { slack, counterpart } = await start();
    const edit = referenceOf(await slack.platform.send(callOf('message-1')));
    counterpart.fault({ kind: 'error', error: 'msg_blocks_too_long', method: 'chat.update' });
    const content = { kind: 'card', card: alertCard(viewIn('resolved')) } as const;
    expect((await slack.platform.send(callOf('message-1', { edit, content }))).outcome).toBe('posted');
    const [message] = counterpart.messages({ channel: SUPPORT });
    expect(message!.text).toMatch(/resolved by Kim/u);
    expect([...(message!.blocks ?? []), ...(message!.attachments ?? [])]).toEqual([]);
  });

  it('of which Slack does not take even plain words is refused', async () => {
    const { slack, counterpart } = await start();
    counterpart.fault({ kind: 'error', error: 'invalid_blocks', method: 'chat.postMessage', times: 2 });
    expect(await slack.platform.send(callOf('message-1'))).toMatchObject({ outcome: 'refused' });
    expect(counterpart.callCounts()['chat.postMessage']).toBe(2);
  });

  it('leaves our id out where Slack does not take that', async () => {
    const { slack, counterpart } = await start();
    counterpart.fault({ kind: 'error', error: 'metadata_too_large', method: 'chat.postMessage' });
    expect((await slack.platform.send(callOf('message-1'))).outcome).toBe('posted');
    expect(counterpart.messages({ channel: SUPPORT })[0]!.metadata).toBeUndefined();
  });
});

describe('what goes wrong with a post', () => {
  it.each([
    ['a reset after Slack took it', { kind: 'reset', stored: true }, 'unknown'],
    ['a reset before', { kind: 'reset', stored: false }, 'unknown'],
    ['a 500', { kind: 'http_status', status: 500 }, 'unknown'],
    ['fatal_error', { kind: 'error', error: 'fatal_error' }, 'unknown'],
    ['an archived channel', { kind: 'error', error: 'is_archived' }, 'channel_gone'],
    ['a revoked token', { kind: 'error', error: 'token_revoked' }, 'platform_stopped'],
  ] as const)('%s is one call on the wire and nothing more', async (_, fault, outcome) => {
    const { slack, counterpart } = await start();
    counterpart.fault({ ...fault, method: 'chat.postMessage' });
    expect((await slack.platform.send(callOf('message-1'))).outcome).toBe(outcome);
    await sleep(50);
    expect(counterpart.callCounts()['chat.postMessage']).toBe(1);
  });

  it('that nobody listens is surely not posted', async () => {
    const { slack, counterpart } = await start();
    await counterpart.setReachable({ reachable: false });
    // The kept connections are seen to be closed first: a post into one of them would be unsure.
    await sleep(20);
    const sent = await slack.platform.send(callOf('message-1'));
    expect(sent).toMatchObject({ outcome: 'later', why: 'not sent: ECONNREFUSED' });
    expect(slack.platform.ready()).toBe(false);
    await counterpart.setReachable({ reachable: true });
    await until(() => slack.platform.ready());
  });

  it('429 closes the channel, and the workspace only when a second channel is refused meanwhile', async () => {
    const { slack, counterpart } = await start();
    counterpart.fault({ kind: 'rate_limited', retryAfterSec: 3, method: 'chat.postMessage', times: 3 });
    const send = (channel: string) => slack.platform.send(callOf('m', { channel }));
    expect(await send(SUPPORT)).toMatchObject({
      outcome: 'later',
      afterMs: 3_000,
      closes: [`slack:post:${SUPPORT}`],
    });
    expect(await send(SUPPORT)).toMatchObject({ closes: [`slack:post:${SUPPORT}`] });
    expect(await send('C0GENERAL1')).toMatchObject({ closes: ['slack:post:C0GENERAL1', 'slack:post'] });
  });

  it('429 without a time is tried again all the same', async () => {
    const { slack, counterpart } = await start();
    counterpart.fault({ kind: 'rate_limited', method: 'chat.postMessage' });
    expect(await slack.platform.send(callOf('m'))).toMatchObject({ outcome: 'later', afterMs: 5_000 });
  });

  it('an edit of a message that is gone asks for a new one', async () => {
    const { slack } = await start();
    expect(await slack.platform.send(callOf('m', { edit: `${SUPPORT}/1700000000.000100` }))).toMatchObject({
      outcome: 'lost',
    });
    expect(await slack.platform.send(callOf('m', { edit: 'desk/7' }))).toMatchObject({ outcome: 'lost' });
  });

  it('a line whose card somebody deleted asks for a new card rather than being given up', async () => {
    const { slack, counterpart } = await start();
    counterpart.fault({ kind: 'error', error: 'thread_not_found', method: 'chat.postMessage' });
    const thread = `${SUPPORT}/1700000000.000100`;
    expect(await slack.platform.send(callOf('m', { thread }))).toMatchObject({ outcome: 'lost' });
  });
});

describe('looking for a message of unknown outcome', () => {
  const since = () => new Date(Date.now() - 1_000);
  const findOne = async ({ platform }: Rig['slack'], call: Target, messageId = call.messageId) =>
    (await platform.find(call, [{ messageId, since: since() }])).found[0];

  it.each([
    ['a card', {}],
    ['a direct message', { channel: staffId(KIM), direct: true }],
  ])('finds %s by the id it carries', async (_, more) => {
    const { slack, counterpart } = await start();
    const call = callOf('message-1', more);
    expect(await findOne(slack, call)).toEqual({ outcome: 'not_found' });
    counterpart.fault({ kind: 'reset', stored: true, method: 'chat.postMessage' });
    expect((await slack.platform.send(call)).outcome).toBe('unknown');
    const [post] = counterpart.posts();
    expect(await findOne(slack, call)).toEqual({
      outcome: 'found',
      reference: `${post!.channel}/${post!.ts}`,
    });
    expect(await findOne(slack, call, 'message-2')).toEqual({
      outcome: 'not_found',
    });
  });

  it('finds a thread’s line among its replies', async () => {
    const { slack, counterpart } = await start();
    const thread = referenceOf(await slack.platform.send(callOf('message-1')));
    const reply = callOf('line-1', { thread, content: { kind: 'line', line: line('Kim claimed this.') } });
    expect(await findOne(slack, reply)).toEqual({ outcome: 'not_found' });
    counterpart.fault({ kind: 'http_status', status: 502, stored: true, method: 'chat.postMessage' });
    expect((await slack.platform.send(reply)).outcome).toBe('unknown');
    const found = await findOne(slack, reply);
    expect(found).toEqual({ outcome: 'found', reference: `${SUPPORT}/${counterpart.posts()[1]!.ts}` });
  });

  it('looks through every page', async () => {
    const { slack, counterpart } = await start();
    await slack.platform.send(callOf('message-1'));
    for (let index = 0; index < 450; index += 1)
      counterpart.say({ user: SAM, channel: SUPPORT, text: 'chat' });
    expect(await findOne(slack, callOf('message-1'))).toMatchObject({
      outcome: 'found',
    });
    expect(counterpart.callCounts()['conversations.history']).toBe(3);
  });

  it('finds one that lands after the call was given up', async () => {
    const { slack, counterpart } = await start();
    counterpart.fault({ kind: 'late', ms: 60_000, client: 'reset', method: 'chat.postMessage' });
    expect((await slack.platform.send(callOf('message-1'))).outcome).toBe('unknown');
    const unsure = callOf('message-1');
    expect(await findOne(slack, unsure)).toEqual({ outcome: 'not_found' });
    counterpart.landNow();
    expect(await findOne(slack, unsure)).toMatchObject({ outcome: 'found' });
  });

  it('finds one though our clock is half a minute ahead of Slack’s', async () => {
    const { slack } = await start();
    await slack.platform.send(callOf('message-1'));
    const ahead = { messageId: 'message-1', since: new Date(Date.now() + 30_000) };
    expect((await slack.platform.find(callOf('message-1'), [ahead])).found).toMatchObject([
      { outcome: 'found' },
    ]);
  });

  it('is impossible without the optional scope, and says which', async () => {
    const { slack, counterpart } = await start();
    counterpart.setToken({
      token: BOT_TOKEN,
      scopes: USUAL_SCOPES.filter((scope) => !scope.endsWith(':history')),
    });
    expect(await findOne(slack, callOf('message-1'))).toEqual({
      outcome: 'impossible',
      why: 'the app lacks the optional scope channels:history',
    });
    expect(slack.platform.ready()).toBe(true);
  });

  it('is for later when Slack is busy or away', async () => {
    const { slack, counterpart } = await start();
    counterpart.fault({ kind: 'rate_limited', retryAfterSec: 7, method: 'conversations.history' });
    const unsure = callOf('message-1', { channel: SUPPORT });
    expect(await findOne(slack, unsure)).toMatchObject({ outcome: 'later', afterMs: 7_000 });
    await counterpart.setReachable({ reachable: false });
    expect(await findOne(slack, unsure)).toMatchObject({ outcome: 'later' });
  });

  it('takes one call for all that are looked for in a channel, and says of each whether it is there', async () => {
    const { slack, counterpart } = await start();
    const ids = Array.from({ length: 60 }, (_, index) => `message-${index}`);
    for (const id of ids.filter((_, index) => index % 3 === 0)) await slack.platform.send(callOf(id));
    const sought = ids.map((messageId) => ({ messageId, since: since() }));
    const { found, calls } = await slack.platform.find(callOf('any'), sought);
    expect(found.map(({ outcome }) => outcome)).toEqual(
      ids.map((_, index) => (index % 3 === 0 ? 'found' : 'not_found')),
    );
    expect(new Set(found.flatMap((each) => (each.outcome === 'found' ? [each.reference] : []))).size).toBe(
      20,
    );
    expect(calls).toBe(1);
    expect(counterpart.callCounts()['conversations.history']).toBe(1);
  });

  it('says of one that it is nowhere though another is from before all the pages that it goes through', async () => {
    const { slack, counterpart } = await start();
    await slack.platform.send(callOf('message-1'));
    for (let index = 0; index < 4_000; index += 1)
      counterpart.say({ user: SAM, channel: SUPPORT, text: 'chat' });
    const later = new Date(Date.now() + 90_000);
    const sought = [
      { messageId: 'message-1', since: since() },
      { messageId: 'message-2', since: later },
    ];
    expect(await slack.platform.find(callOf('any'), sought)).toEqual({
      found: [
        { outcome: 'impossible', why: 'it is not among the latest 4000 messages' },
        { outcome: 'not_found' },
      ],
      calls: 20,
    });
  });

  it('passes over the one that is known and finds its twin', async () => {
    const { slack } = await start();
    const first = referenceOf(await slack.platform.send(callOf('message-1')));
    const sought = [{ messageId: 'message-1', since: since(), except: first }];
    expect((await slack.platform.find(callOf('any'), sought)).found).toEqual([{ outcome: 'not_found' }]);
    const twin = referenceOf(await slack.platform.send(callOf('message-1')));
    expect((await slack.platform.find(callOf('any'), sought)).found).toEqual([
      { outcome: 'found', reference: twin },
    ]);
  });

  it('keeps what it has found when a later page is refused, and closes the bucket of its looks', async () => {
    const { slack, counterpart } = await start();
    await slack.platform.send(callOf('message-1'));
    for (let index = 0; index < 250; index += 1)
      counterpart.say({ user: SAM, channel: SUPPORT, text: 'chat' });
    await slack.platform.send(callOf('message-2'));
    counterpart.fault({ kind: 'rate_limited', retryAfterSec: 7, method: 'conversations.history', skip: 1 });
    const sought = ['message-1', 'message-2'].map((messageId) => ({ messageId, since: since() }));
    const [key] = slack.platform.lookBuckets(callOf('any')).map((use) => use.key);
    expect(await slack.platform.find(callOf('any'), sought)).toMatchObject({
      found: [{ outcome: 'later', afterMs: 7_000 }, { outcome: 'found' }],
      calls: 2,
      closes: { keys: [key], forMs: 7_000 },
    });
  });
});

describe('the buckets of a call', () => {
  it('are those of its channel and workspace, of edits, and of a thread’s channel', async () => {
    const { slack } = await start();
    const keys = (more: Parameters<typeof callOf>[1]) =>
      slack.platform.buckets(callOf('m', more)).map(({ key }) => key);
    expect(keys({})).toEqual([`slack:post:${SUPPORT}`, 'slack:post']);
    expect(keys({ channel: SUPPORT })).toEqual([`slack:post:${SUPPORT}`, 'slack:post']);
    expect(keys({ channel: '#elsewhere' })).toEqual(['slack:post:#elsewhere', 'slack:post']);
    expect(keys({ edit: `${SUPPORT}/1.2` })).toEqual(['slack:chat.update']);
    expect(keys({ thread: 'C0OTHER001/1.2' })).toEqual(['slack:post:C0OTHER001', 'slack:post']);
    const [channel, workspace] = slack.platform.buckets(callOf('m'));
    expect(channel).toMatchObject({ capacity: 4, perSecond: 1 });
    expect(workspace).toMatchObject({ perSecond: 0 });
  });
});
