import { afterAll, beforeAll, expect, it } from 'vitest';
import { quietClient } from './quiet-client.js';
import { spawnSlackCounterpart, type SpawnedSlackCounterpart } from './spawn-slack-counterpart.js';

const CHANNEL = 'C0SUPPORT1';
let spawned: SpawnedSlackCounterpart;

beforeAll(async () => {
  spawned = await spawnSlackCounterpart({ seed: 1 });
});
afterAll(() => spawned.stop());

it('takes the same commands from another process', async () => {
  const { commands: slack, apiUrl } = spawned;
  await slack.fault({ method: 'chat.postMessage', kind: 'error', error: 'fatal_error' });
  const post = () => quietClient(apiUrl).chat.postMessage({ channel: CHANNEL, text: 'Hello "you"' });
  await expect(post()).rejects.toThrow('fatal_error');
  const waiting = slack.waitForMessage({ channel: CHANNEL, containing: 'Hello "you"' });
  await post();

  expect((await waiting).message.text).toBe('Hello "you"');
  expect(await slack.messages({ channel: CHANNEL })).toHaveLength(1);
  expect(await slack.callCounts()).toEqual({ 'chat.postMessage': 2 });
  expect(await slack.home({ user: 'U0KIM00001' })).toBeNull();
});

it('says what is wrong with a command', async () => {
  const click = { user: 'U0KIM00001', channel: CHANNEL, ts: '1.1', actionId: 'claim' };
  await expect(spawned.commands.clickButton(click)).rejects.toThrow('There is no message 1.1 in C0SUPPORT1');
  const response = await fetch(`${spawned.controlUrl}explode`, { method: 'POST' });
  expect(await response.json()).toEqual({ error: 'The counterpart of Slack has no command explode' });
});

it('answers the Web API in a process of its own even while it is out of reach and back', async () => {
  const { commands: slack, apiUrl } = spawned;
  await slack.setReachable({ reachable: false });
  await expect(quietClient(apiUrl).auth.test()).rejects.toThrow();
  await slack.setReachable({ reachable: true });
  expect(await quietClient(apiUrl).auth.test()).toMatchObject({ ok: true });
});
