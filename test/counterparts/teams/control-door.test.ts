import { afterAll, beforeAll, expect, it } from 'vitest';
import { KIM } from './people.js';
import { sampleCard } from './sample-card.js';
import { spawnTeamsCounterpart, type SpawnedTeamsCounterpart } from './spawn-teams-counterpart.js';
import { SUPPORT } from './tenant.js';
import { inWords, startTinyBot } from './tiny-bot.js';
import { carded, createTinyClient } from './tiny-client.js';

let spawned: SpawnedTeamsCounterpart;

beforeAll(async () => {
  spawned = await spawnTeamsCounterpart({ seed: 1 });
}, 30_000);
afterAll(() => spawned.stop());

it('takes the same commands from another process', async () => {
  const { commands: teams } = spawned;
  const bot = await startTinyBot(spawned);
  bot.answer = () => inWords('It is yours');
  await teams.setBotAddress({ urls: [bot.url] });
  await teams.fault({ operation: 'create_thread', kind: 'http_status', status: 502 });
  const client = await createTinyClient(spawned);
  expect((await client.createThread(carded(sampleCard()))).status).toBe(502);
  const waiting = teams.waitForMessage({ conversation: SUPPORT, containing: 'Maria gave 2 of 5' });
  await client.createThread(carded(sampleCard()));
  const message = await waiting;

  const { shown } = await teams.clickAction({ person: KIM, message: message.id, verb: 'claim' });
  expect(shown).toEqual({ kind: 'message', text: 'It is yours' });
  expect(await teams.callCounts()).toEqual({ token: 1, create_thread: 2, openid: 1, keys: 1 });
  expect(await teams.busiest({ of: 'nowhere' })).toBeNull();
  await bot.close();
});

it('says what is wrong with a command', async () => {
  const click = { person: KIM, message: '17', verb: 'claim' };
  await expect(spawned.commands.clickAction(click)).rejects.toThrow('There is no message 17');
  const response = await fetch(`${spawned.controlUrl}explode`, { method: 'POST' });
  expect(await response.json()).toEqual({ error: 'The counterpart of Teams has no command explode' });
});

it('answers in a process of its own even while it is out of reach and back', async () => {
  const { commands: teams, openIdUrl } = spawned;
  await teams.setReachable({ reachable: false });
  await expect(fetch(openIdUrl)).rejects.toThrow('fetch failed');
  await teams.setReachable({ reachable: true });
  expect((await fetch(openIdUrl)).status).toBe(200);
});
