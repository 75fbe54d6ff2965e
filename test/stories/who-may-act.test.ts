import { beforeAll, expect, it } from 'vitest';
import { cardsIn, RED } from './read-slack.js';
import { lowScore } from './senders.js';
import { beginStory, CHANNELS, KIM, MONEY, SAM, type Story } from './story.js';
import { until } from './until.js';

const GUEST = 'U0GUEST001';
const STRANGER = 'U0STRANGE1';
const GONE = 'U0GONE0001';
const OTHER_BOT = 'U0OTHERBOT';

const REFUSED = [
  [GUEST, 'Guests can read along here'],
  [STRANGER, 'You are here from another organisation'],
  [GONE, 'This account is deactivated'],
] as const;

let story: Story;
beforeAll(async () => {
  story = await beginStory({
    slack: {
      workspace: {
        channels: CHANNELS,
        users: [
          { id: KIM, name: 'kim', email: 'kim@example.com' },
          { id: SAM, name: 'sam', email: 'sam@example.com' },
          { id: GUEST, name: 'guest', isRestricted: true },
          { id: STRANGER, name: 'kim', email: 'kim@example.com', teamId: 'T0ELSEWHER', isStranger: true },
          { id: GONE, name: 'gone', deleted: true },
          { id: OTHER_BOT, name: 'otherbot', isBot: true },
        ],
      },
    },
  });
  await story.hear(lowScore());
  await story.slack.waitForMessage({ channel: MONEY, containing: 'CX-1', timeoutMs: 20_000 });
}, 90_000);

const card = () => cardsIn(story.slack, MONEY)[0]!;
const place = () => ({ channel: MONEY, ts: card().ts });
const untouched = () => {
  expect(card()).toMatchObject({ colour: RED, thread: [] });
};

it.each(REFUSED)('%s cannot press or type, and is told kindly', async (user, words) => {
  await story.slack.clickButton({ ...place(), user, actionId: 'claim' });
  await story.slack.waitForEphemeral({ user, containing: words });
  const { text } = await story.slack.sendCommand({
    user,
    channel: MONEY,
    command: '/cx-claim',
    text: 'CX-1',
  });
  expect(text).toContain(words);
  untouched();
});

it.each(REFUSED.slice(0, 2))('%s cannot claim by a reaction either', async (user, words) => {
  const before = story.slack.ephemerals({ user }).length;
  await story.slack.react({ ...place(), user, reaction: 'eyes' });
  await story.slack.waitForEphemeral({ user, containing: words, after: before });
  untouched();
});

it('another bot is not even told', async () => {
  await story.slack.react({ ...place(), user: OTHER_BOT, reaction: 'eyes' });
  await story.slack.clickButton({ ...place(), user: SAM, actionId: 'more', choose: 'history:1' });
  expect(story.slack.ephemerals({ user: OTHER_BOT })).toEqual([]);
  untouched();
});

it('somebody who leaves today cannot act from the moment Slack says so', async () => {
  story.slack.setUser({ id: SAM, deleted: true });
  const event = { type: 'user_change', user: story.slack.userObject({ id: SAM }) };
  expect((await story.slack.sendEvent({ event })).status).toBe(200);
  const before = story.slack.ephemerals({ user: SAM }).length;
  await story.slack.clickButton({ ...place(), user: SAM, actionId: 'claim' });
  await story.slack.waitForEphemeral({ user: SAM, containing: 'deactivated', after: before });
  untouched();
});

it('somebody who came today, of whom nobody has told us, can', async () => {
  story.slack.setUser({ id: 'U0NEW00001', name: 'noor', email: 'noor@example.com' });
  await story.slack.clickButton({ ...place(), user: 'U0NEW00001', actionId: 'claim' });
  await until('it is claimed', () => card().thread.find((line) => line.startsWith('noor claimed this')));
});

it('a form that a member opened is not taken from anybody else', async () => {
  story.slack.setUser({ id: 'U0NEW00001', isRestricted: true });
  await story.slack.clickButton({ ...place(), user: 'U0NEW00001', actionId: 'resolve' });
  await story.slack.waitForView({ user: 'U0NEW00001', containing: 'Resolve CX-1' });
  const event = { type: 'user_change', user: story.slack.userObject({ id: 'U0NEW00001' }) };
  await story.slack.sendEvent({ event });
  const { outcome } = await story.slack.submitView({
    user: 'U0NEW00001',
    values: { outcome: 'recovered', rootCause: 'none' },
  });
  expect(JSON.stringify(outcome)).toContain('Guests can read along here');
  expect(card().thread).toHaveLength(1);
  await story.product().stop();
});
