import { beforeAll, describe, expect, it } from 'vitest';
import { AMBER, cardsIn } from './read-slack.js';
import { lowScore } from './senders.js';
import { beginStory, CHANNELS, KIM, MODES, MONEY, SAM, type Story } from './story.js';
import { until } from './until.js';

const GUEST = 'U0GUEST001';

describe.each(MODES)('the Home tab of Slack, over %s', (mode) => {
  let story: Story;
  const home = (user = KIM) => JSON.stringify(story.slack.home({ user }));
  const shows = (words: string, user = KIM) =>
    until(`the home says ${words}`, () => (home(user).includes(words) ? true : undefined));
  const press = (actionId: string, value: string) =>
    story.slack.clickButton({ user: KIM, viewId: story.slack.home({ user: KIM })!.id, actionId, value });
  const onCard = (nth: number, user: string, actionId: string) =>
    story.slack.clickButton({ channel: MONEY, ts: cardsIn(story.slack, MONEY)[nth]!.ts, user, actionId });

  beforeAll(async () => {
    story = await beginStory({
      mode,
      slack: {
        workspace: {
          channels: CHANNELS,
          users: [
            { id: KIM, name: 'kim' },
            { id: SAM, name: 'sam' },
            { id: GUEST, name: 'lee', isRestricted: true },
          ],
        },
      },
    });
    for (const customer of ['a', 'b'])
      await story.hear(lowScore({ customer: { id: customer, name: customer } }));
    await until('two cards', () => (cardsIn(story.slack, MONEY).length === 2 ? true : undefined));
  }, 120_000);

  it('shows what is mine once I open it, and what I claim afterwards without opening it again', async () => {
    await onCard(0, KIM, 'claim');
    await until('it is claimed', () => (cardsIn(story.slack, MONEY)[0]?.colour === AMBER ? true : undefined));
    expect(story.slack.home({ user: KIM })).toBeNull();
    await story.slack.openHome({ user: KIM });
    await shows('1 alert is yours');
    await onCard(1, KIM, 'claim');
    await shows('2 alerts are yours');
  });

  it('is where I put one off and give it back, and it follows', async () => {
    await press('snooze', '1');
    await story.slack.waitForView({ user: KIM, containing: 'CX-1' });
    await story.slack.submitView({ user: KIM, values: { span: '4h' } });
    await shows('snoozed until');
    await press('release', '1');
    await shows('1 alert is yours');
    expect(home()).not.toContain('snoozed until');
    await until('the thread says so', () =>
      cardsIn(story.slack, MONEY)[0]?.thread.join().includes('gave this back') ? true : undefined,
    );
  });

  it('loses what somebody else took over', async () => {
    await story.slack.clickButton({
      ...{ channel: MONEY, ts: cardsIn(story.slack, MONEY)[1]!.ts, user: SAM },
      ...{ actionId: 'more', choose: 'take_over:2' },
    });
    await story.slack.waitForView({ user: SAM, containing: 'CX-2' });
    await story.slack.submitView({ user: SAM, values: { why: 'I know them' } });
    await shows('Nothing waits for you');
    expect(story.slack.home({ user: SAM })).toBeNull();
  });

  it('greets a guest and shows nothing, and nothing went wrong', async () => {
    await story.slack.openHome({ user: GUEST });
    await shows('Good to see you', GUEST);
    expect(story.slack.callCounts()['views.publish']).toBeLessThan(12);
    await story.product().stop();
    const troubled = story.product().log();
    expect(troubled.filter(({ level }) => level >= 40)).toEqual([]);
  });
});
