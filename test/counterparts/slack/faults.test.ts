import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebClient } from '@slack/web-api';
import { quietClient, refusalOf, SILENT } from './quiet-client.js';
import { startSlackCounterpart, type SlackCounterpart } from './slack-counterpart.js';
import { BOT_TOKEN } from './workspace.js';

const CHANNEL = 'C0SUPPORT1';
const OTHER = 'C0GENERAL1';
const metadata = { event_type: 'earshot_message', event_payload: { id: 'm1' } };
let slack: SlackCounterpart;

beforeEach(async () => {
  slack = await startSlackCounterpart({ seed: 1 });
});
afterEach(() => slack.close());

const post = (channel = CHANNEL, timeout = 0) =>
  quietClient(slack.apiUrl, { timeout }).chat.postMessage({ channel, text: 'hello', metadata });
const texts = () => slack.messages({ channel: CHANNEL }).map((message) => message.text);

describe('on demand, a call', () => {
  it('is told to come back later, with and without when', async () => {
    slack.fault({ method: 'chat.postMessage', kind: 'rate_limited', retryAfterSec: 7 });
    slack.fault({ method: 'chat.postMessage', kind: 'rate_limited' });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 7 });
    await expect(post()).rejects.toThrow('did not contain a valid timeout');
    await post();
    expect(texts()).toEqual(['hello']);
  });

  it('is answered with a failing server, which may have done it all the same', async () => {
    slack.fault({ kind: 'http_status', status: 503 });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    expect(texts()).toEqual([]);
    slack.fault({ kind: 'http_status', status: 500, stored: true });
    await expect(post()).rejects.toMatchObject({ statusCode: 500 });
    expect(texts()).toEqual(['hello']);
  });

  it('is cut off before or after it was done, and the record tells which', async () => {
    slack.fault({ kind: 'reset', stored: false });
    slack.fault({ kind: 'reset', stored: true });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(texts()).toEqual([]);
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(texts()).toEqual(['hello']);
    expect(slack.calls().map((call) => call.outcome)).toEqual([
      { kind: 'reset', stored: false },
      { kind: 'reset', stored: true },
    ]);
  });

  it('is never answered, or late', async () => {
    slack.fault({ kind: 'hang', stored: false });
    slack.fault({ kind: 'slow', ms: 150 });
    await expect(post(CHANNEL, 100)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    const began = performance.now();
    await post();
    expect(performance.now() - began).toBeGreaterThan(140);
    expect(texts()).toEqual(['hello']);
  });

  it.each(['hang', 'reset'] as const)(
    'is done long after the client has given up (%s), and shows in the history only then',
    async (client) => {
      slack.fault({ kind: 'late', ms: 400, client });
      await expect(post(CHANNEL, 100)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
      const history = { channel: CHANNEL, include_all_metadata: true };
      expect((await quietClient(slack.apiUrl).conversations.history(history)).messages).toEqual([]);

      const { message } = await slack.waitForMessage({ channel: CHANNEL, containing: 'm1' });

      expect((await quietClient(slack.apiUrl).conversations.history(history)).messages).toMatchObject([
        { ts: message.ts, metadata },
      ]);
      expect(slack.calls()[0]?.outcome).toEqual({
        kind: client === 'hang' ? 'hung' : 'reset',
        stored: 'later',
      });
    },
  );

  it('lands when the test says so', async () => {
    slack.fault({ kind: 'late', ms: 30_000, client: 'reset' });
    await expect(post()).rejects.toThrow();
    expect(texts()).toEqual([]);
    slack.landNow();
    expect(texts()).toEqual(['hello']);
  });

  it('is refused with any error, for one channel, for as many calls as said, after some that go well', async () => {
    const fault = {
      method: 'chat.postMessage',
      channel: CHANNEL,
      kind: 'error',
      error: 'fatal_error',
    } as const;
    slack.fault({ ...fault, times: 2, skip: 1 });
    await post(OTHER);
    await post();
    expect(await refusalOf(post())).toMatchObject({ error: 'fatal_error' });
    await post(OTHER);
    expect(await refusalOf(post())).toMatchObject({ error: 'fatal_error' });
    await post();
    expect(slack.faults()).toMatchObject([{ befell: 2, left: 0 }]);
  });

  it('befalls a share of calls, the same ones for the same seed', async () => {
    const befallen = async (seed: number): Promise<string> => {
      const seeded = await startSlackCounterpart({ seed });
      seeded.fault({ kind: 'error', error: 'internal_error', times: 'always', share: 0.3 });
      for (let call = 0; call < 40; call += 1) {
        await quietClient(seeded.apiUrl)
          .auth.test()
          .catch(() => undefined);
      }
      await seeded.close();
      return seeded
        .calls()
        .map(({ outcome }) => (outcome.kind === 'answered' && outcome.ok ? '.' : 'x'))
        .join('');
    };
    const once = await befallen(7);
    expect(once).toBe(await befallen(7));
    expect(once).not.toBe(await befallen(8));
    expect(once.split('x').length - 1).toBeGreaterThan(3);
  });
});

it('takes no more messages per second than it was told to', async () => {
  const strict = await startSlackCounterpart({ postsPerSecond: 1 });
  const send = (channel: string) => quietClient(strict.apiUrl).chat.postMessage({ channel, text: 'x' });
  await send(CHANNEL);
  await expect(send(CHANNEL)).rejects.toMatchObject({ retryAfter: 1 });
  await send(OTHER);
  expect(strict.busiestSecond()).toMatchObject({ channel: CHANNEL, calls: 2 });
  await strict.close();
});

it('can be out of reach, and come back at the same address with what it knew', async () => {
  await post();
  await slack.setReachable({ reachable: false });
  await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  await slack.setReachable({ reachable: true });
  await post();
  expect(texts()).toEqual(['hello', 'hello']);
});

describe('a naive sender', () => {
  it("doubles: Slack's own client as it comes posts one message three times over two resets", async () => {
    slack.fault({ method: 'chat.postMessage', kind: 'reset', stored: true, times: 2 });
    const naive = new WebClient(BOT_TOKEN, { slackApiUrl: slack.apiUrl, logger: SILENT });

    await naive.chat.postMessage({ channel: CHANNEL, text: 'once, please', metadata });

    expect(slack.duplicates()).toHaveLength(1);
    expect(texts()).toEqual(['once, please', 'once, please', 'once, please']);
  });

  it('doubles: who sends again after a time-out has posted twice once the late message lands', async () => {
    slack.fault({ method: 'chat.postMessage', kind: 'late', ms: 500, client: 'hang' });
    await post(CHANNEL, 100).catch(() => post());
    expect(slack.duplicates()).toEqual([]);
    await slack.waitForPosts({ count: 2 });
    expect(slack.duplicates()).toMatchObject([{ id: 'm1' }]);
  });
});
