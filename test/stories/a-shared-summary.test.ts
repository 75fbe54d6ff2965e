import { beforeAll, expect, it } from 'vitest';
import { lowScore } from './senders.js';
import { beginStory, KIM, SAM, type Story, SUPPORT } from './story.js';
import { until } from './until.js';

const SIX_HOURS_MS = 6 * 3_600_000;

let story: Story;
beforeAll(async () => {
  // What Slack signs is stale to a clock that was moved; over a socket nothing is signed.
  story = await beginStory({ mode: 'socket' });
  await story.hear(lowScore());
  await until('the alert is open', async () => {
    const text = await summary('money');
    return text.includes('Alerts 1') ? text : undefined;
  });
}, 90_000);

const summary = async (text: string): Promise<string> => {
  const command = { user: KIM, channel: SUPPORT, command: '/cx-summary', text };
  return JSON.stringify((await story.slack.sendCommand(command)).body);
};
const shared = () =>
  story.slack.messages({ channel: SUPPORT }).filter(({ text }) => text.startsWith('Money · last 7 days'));

it('what nobody took in time is what a manager reads first, with a button to take it, and nobody else reads it', async () => {
  await story.restart({ EARSHOT_TEST: JSON.stringify({ clockOffsetMs: SIX_HOURS_MS }) });
  await story.connected();
  const body = await summary('7d money');
  expect(body).toContain('Needs you now');
  expect(body).toContain('1 unclaimed past its time');
  expect(body).toContain('"action_id":"claim"');
  expect(body).toContain('"response_type":"ephemeral"');
  expect(shared()).toEqual([]);
});

it('Share posts it once, to the channel it was asked in, however often it is pressed', async () => {
  const told = await story.slack.waitForEphemeral({ user: KIM, containing: '1 unclaimed past its time' });
  const press = { channel: SUPPORT, ts: told.ts, user: KIM, actionId: 'share' };
  await Promise.all([1, 2, 3].map(() => story.slack.clickButton(press)));
  await story.slack.waitForMessage({
    channel: SUPPORT,
    containing: 'Money · last 7 days',
    timeoutMs: 10_000,
  });
  await story.slack.waitForEphemeral({ user: KIM, containing: 'It is not posted twice' });
  expect(shared()).toHaveLength(1);
  expect(story.slack.ephemerals({ user: SAM })).toEqual([]);
});

it('wrong words are answered with what can be asked, and an example', async () => {
  const body = await summary('yesturday');
  expect(body).toContain('Did you mean /cx-summary yesterday?');
  expect(body).toContain('For example /cx-summary 7d support');
});
