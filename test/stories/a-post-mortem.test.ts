import { beforeAll, describe, expect, it } from 'vitest';
import { cardsIn, type ShownCard } from './read-slack.js';
import { lowScore } from './senders.js';
import { beginStory, KIM, MONEY, SAM, type Story } from './story.js';
import { until } from './until.js';
import { visitDesk } from './visit-desk.js';

const DAY_MS = 86_400_000;

/** Time passes in it, so Slack is reached by its socket: signatures go by the real clock. */
describe('a post-mortem on Slack', () => {
  let story: Story;
  const find = (name: string): ShownCard | undefined =>
    cardsIn(story.slack, MONEY).find(
      ({ title, all }) => title.includes(`${name}*`) || all.includes(`Post-mortem ${name} `),
    );
  const cardOf = (name: string): ShownCard => find(name)!;
  const press = (name: string, actionId: string, user = KIM) =>
    story.slack.clickButton({ channel: MONEY, ts: cardOf(name).ts, user, actionId });
  const says = (name: string, words: string) =>
    until(`${name} says “${words}”`, () =>
      [find(name)?.all, ...(find(name)?.thread ?? [])].join('\n').includes(words) ? true : undefined,
    );
  const command = async (text: string): Promise<string> => {
    const sent = await story.slack.sendCommand({
      user: KIM,
      channel: MONEY,
      command: '/cx-postmortem',
      text,
    });
    return JSON.stringify(sent.body);
  };

  beforeAll(async () => {
    story = await beginStory({ mode: 'socket' });
    await story.hear(lowScore());
    await until('the card is there', () => cardsIn(story.slack, MONEY)[0], 30_000);
    await press('CX-1', 'claim');
    await says('CX-1', 'claimed this');
    await press('CX-1', 'resolve');
    await story.slack.waitForView({ user: KIM, containing: 'Resolve CX-1' });
    await story.slack.submitView({
      user: KIM,
      values: { outcome: 'recovered', rootCause: 'refunds wait in a review queue' },
    });
    await says('CX-1', 'resolved this');
  }, 120_000);

  it('is opened from the resolved card, which shows the link, and stands in the channel of its team', async () => {
    await press('CX-1', 'post_mortem');
    await story.slack.waitForEphemeral({ user: KIM, containing: 'Opened just now' });
    await says('CX-1', 'Part of post-mortem PM-1');
    await says('PM-1', 'refunds wait in a review queue');
    expect(await command('')).toContain('1 post-mortem is open');
    expect(await command('CX-99')).toContain('CX-99');
  });

  it('is written by a form, and an action is added to it; its thread says so', async () => {
    await press('PM-1', 'write_section');
    await story.slack.waitForView({ user: KIM, containing: 'Write in PM-1' });
    const text = 'Call before the third mail. <!channel>';
    await story.slack.submitView({ user: KIM, values: { section: 'differently', text } });
    await says('PM-1', 'Call before the third mail.');
    await says('PM-1', 'wrote “What we would do differently”');
    await press('PM-1', 'add_item');
    await story.slack.waitForView({ user: KIM, containing: 'Action for PM-1' });
    const wrong = { text: 'Refund review queue', due: 'whenever', owner: KIM };
    expect((await story.slack.submitView({ user: KIM, values: wrong })).outcome).toMatchObject({
      kind: 'errors',
    });
    const right = { ...wrong, due: 'in 4 days', partner: 'legal' };
    expect((await story.slack.submitView({ user: KIM, values: right })).outcome).toEqual({ kind: 'closed' });
    await says('PM-1', 'added an action: “Refund review queue”');
    await says('PM-1', '0 of 1 done');
  });

  it('goes to a reviewer who is named, and nobody else completes it', async () => {
    await press('PM-1', 'send_to_review');
    await story.slack.waitForView({ user: KIM, containing: 'Review of PM-1' });
    await story.slack.submitView({ user: KIM, values: { reviewer: SAM } });
    await says('PM-1', 'In review');
    await press('PM-1', 'complete_post_mortem');
    await story.slack.waitForEphemeral({ user: KIM, containing: 'who was asked to read it' });
    await press('PM-1', 'complete_post_mortem', SAM);
    await says('PM-1', 'completed this');
    const desk = await visitDesk(story.product());
    const page = await desk.read('/post-mortems/1');
    expect(page).toContain('Refund review queue');
    expect(page).toContain('Completed');
    expect(cardsIn(story.slack, MONEY).filter(({ all }) => all.includes('Post-mortem PM-1'))).toHaveLength(1);
  });

  it('the next customer’s card shows what was learnt, and days later the owner of its action is told once', async () => {
    // Signed by the real clock, so before it is moved.
    await story.hear(lowScore({ customer: { id: 'omar', name: 'Omar' } }));
    await until('the lesson is on its card', () =>
      cardsIn(story.slack, MONEY).some(({ all }) =>
        all.includes('Learnt from PM-1: Call before the third mail.'),
      )
        ? true
        : undefined,
    );
    for (let start = 0; start < 2; start += 1) {
      await story.restart({ EARSHOT_TEST: JSON.stringify({ clockOffsetMs: 5 * DAY_MS }) });
      await story.connected();
      const told = await until(
        'Kim is told',
        () =>
          story.slack
            .directMessages({ user: KIM })
            .find((message) => JSON.stringify(message).includes('Refund review queue')),
        30_000,
      );
      expect(JSON.stringify(told)).toContain('An action is yours');
    }
    expect(
      story.slack
        .directMessages({ user: KIM })
        .filter((each) => JSON.stringify(each).includes('An action is yours')),
    ).toHaveLength(1);
    expect(
      story
        .product()
        .log()
        .filter(({ level }) => level >= 50),
    ).toEqual([]);
    await story.product().stop();
  }, 90_000);
});
