import { describe, expect, it } from 'vitest';
import { BOT_TOKEN } from '../counterparts/slack/workspace.js';
import { cardsIn } from './read-slack.js';
import { lowScore } from './senders.js';
import { beginStory, KIM, MODES, MONEY, prepareStory, type Story } from './story.js';
import { until } from './until.js';
import { visitDesk } from './visit-desk.js';

const START_LIMIT_MS = 90_000;
const slackState = async (story: Story) => (await story.product().readyz()).platforms[0];
const caughtUp = (story: Story, count: number) =>
  until(`${count} cards are posted`, () => (cardsIn(story.slack, MONEY).length === count ? true : undefined));
const hearThree = async (story: Story): Promise<void> => {
  const answers = await Promise.all([1, 2, 3].map(() => story.hear(lowScore())));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
};

describe.each(MODES)('over %s', (mode) => {
  it(
    'Slack that cannot be reached at the start keeps nothing from being heard, and is caught up with when it is back',
    async () => {
      const story = await prepareStory({ mode, slack: { unreachable: true } });
      await story.start();
      await hearThree(story);
      expect(await story.product().readyz()).toMatchObject({
        status: 200,
        database: 'accepting',
        platforms: [{ name: 'slack', state: 'away' }],
      });
      await story.slack.setReachable({ reachable: true });
      await story.connected();
      await caughtUp(story, 3);
      await story.slack.clickButton({
        user: KIM,
        channel: MONEY,
        ts: cardsIn(story.slack, MONEY)[0]!.ts,
        actionId: 'claim',
      });
      await until('it is claimed', () => cardsIn(story.slack, MONEY)[0]!.thread[0]);
      expect(story.slack.duplicates()).toEqual([]);
      await story.product().stop();
    },
    START_LIMIT_MS,
  );
});

it(
  'a revoked token parks Slack: webhooks go on, the desk says what to mend, and a new token brings everything',
  async () => {
    const story = await beginStory();
    story.slack.setToken({ token: BOT_TOKEN, state: 'revoked' });
    await hearThree(story);
    await until('Slack is parked', async () =>
      (await slackState(story))?.state === 'parked' ? true : undefined,
    );
    await hearThree(story);
    expect(await story.product().readyz()).toMatchObject({
      status: 200,
      platforms: [{ state: 'parked', reason: expect.stringContaining('the token was revoked') as string }],
    });
    const words = await (await visitDesk(story.product())).read('/delivery');
    expect(words).toMatch(/To mend .*Slack is stopped: the token was revoked; install the app again/u);
    expect(words).toMatch(/slack Stopped/u);
    expect(cardsIn(story.slack, MONEY)).toEqual([]);

    const token = 'xoxb-installed-again';
    story.slack.setToken({ token, state: 'valid' });
    await story.restart({ SLACK_BOT_TOKEN: token });
    await story.connected();
    await caughtUp(story, 6);
    const after = await until('there is nothing left to mend', async () => {
      const page = await (await visitDesk(story.product())).read('/delivery');
      return page.includes('To mend') ? undefined : page;
    });
    expect(after).toMatch(/slack Working/u);
    expect(story.slack.duplicates()).toEqual([]);
    await story.product().stop();
  },
  START_LIMIT_MS,
);
