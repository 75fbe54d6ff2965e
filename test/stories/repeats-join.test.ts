import { beforeAll, expect, it } from 'vitest';
import { cardsIn } from './read-slack.js';
import { lowScore } from './senders.js';
import { beginStory, MONEY, type Story } from './story.js';
import { until } from './until.js';

const MARIA = { id: 'maria', name: 'Maria Lopez', email: 'maria@example.com' };

let story: Story;
beforeAll(async () => {
  story = await beginStory();
}, 90_000);

const card = () => cardsIn(story.slack, MONEY)[0]!;
const counts = (count: number) =>
  until(`the card says ×${count}`, () => (card().all.includes(`×${count}, last`) ? true : undefined));

it('what a customer says again about the same matter joins it: the counter goes up, the new words stand in the thread', async () => {
  await story.hear(lowScore({ customer: MARIA, text: 'Where is my refund?' }));
  await story.slack.waitForMessage({ channel: MONEY, containing: 'CX-1', timeoutMs: 10_000 });
  await story.hear(lowScore({ customer: MARIA, text: 'Still no refund, and nobody answers.' }));
  await counts(2);
  await until('its words are in the thread', () => (card().thread.length === 1 ? true : undefined));
  expect(card().thread[0]).toContain('Still no refund, and nobody answers.');
  expect(card().all).toContain('Where is my refund?');
  expect(cardsIn(story.slack, MONEY)).toHaveLength(1);
});

it('the same webhook again, and the same answer in another, change nothing', async () => {
  const voice = lowScore({ customer: MARIA, text: 'Refund, please.', external_id: 'answer-7' });
  expect(await story.hear(voice, 'msg-7')).toMatchObject({ body: { outcome: 'accepted' } });
  expect(await story.hear(voice, 'msg-7')).toMatchObject({ status: 202, body: { outcome: 'duplicate' } });
  expect(await story.hear(voice, 'msg-8')).toMatchObject({ status: 202, body: { outcome: 'duplicate' } });
  await counts(3);
});

it('a storm of them leaves a thread that can be read: the first five, then 10, 20', async () => {
  await Promise.all(
    Array.from({ length: 22 }, (_, each) =>
      story.hear(lowScore({ customer: MARIA, text: `Refund! That was call number ${each}.` })),
    ),
  );
  await counts(25);
  // The card, and the lines of 2, 3, 4, 5, 10 and 20: Slack takes about one a second in a channel.
  await until('the lines are posted', () => (card().thread.length >= 6 ? true : undefined));
  await story.slack.waitForCalls({ method: 'chat.update', count: 1 });
  expect(card().thread).toHaveLength(6);
  expect(cardsIn(story.slack, MONEY)).toHaveLength(1);
  expect(story.slack.duplicates()).toEqual([]);
});

it('another matter of the same customer is another alert', async () => {
  await story.hear(lowScore({ customer: MARIA, text: 'Your invoice charged me twice for March!' }));
  await until('a second alert', () => {
    const all = ['C0SUPPORT1', MONEY].flatMap((channel) => cardsIn(story.slack, channel));
    return all.some(({ title }) => title.includes('CX-2')) ? true : undefined;
  });
  await story.product().stop();
});
