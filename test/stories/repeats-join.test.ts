import { beforeAll, describe, expect, it } from 'vitest';
import { lowScore } from './senders.js';
import { beginOn, CHAT_PLATFORMS, type ToldAlike } from './told-alike.js';
import { until } from './until.js';

const MARIA = { id: 'maria', name: 'Maria Lopez', email: 'maria@example.com' };

describe.each(CHAT_PLATFORMS)('on %s', (platform) => {
  let told: ToldAlike;
  beforeAll(async () => {
    told = await beginOn(platform);
  }, 90_000);

  const card = () => told.cards()[0]!;
  const counts = (count: number) =>
    until(`the card says ×${count}`, () => (card().all.includes(`×${count}, last`) ? true : undefined));

  it('what a customer says again about the same matter joins it: the counter goes up, the new words stand in the thread', async () => {
    await told.story.hear(lowScore({ customer: MARIA, text: 'Where is my refund?' }));
    await until('the card is there', () => told.cards()[0]);
    expect(card().title).toContain('CX-1');
    await told.story.hear(lowScore({ customer: MARIA, text: 'Still no refund, and nobody answers.' }));
    await counts(2);
    await until('its words are in the thread', () => (card().thread.length === 1 ? true : undefined));
    expect(card().thread[0]).toContain('Still no refund, and nobody answers.');
    expect(card().all).toContain('Where is my refund?');
    expect(told.cards()).toHaveLength(1);
  });

  it('the same webhook again, and the same answer in another, change nothing', async () => {
    const { hear } = told.story;
    const voice = lowScore({ customer: MARIA, text: 'Refund, please.', external_id: 'answer-7' });
    expect(await hear(voice, 'msg-7')).toMatchObject({ body: { outcome: 'accepted' } });
    expect(await hear(voice, 'msg-7')).toMatchObject({ status: 202, body: { outcome: 'duplicate' } });
    expect(await hear(voice, 'msg-8')).toMatchObject({ status: 202, body: { outcome: 'duplicate' } });
    await counts(3);
  });

  it('a storm of them leaves a thread that can be read: the first five, then 10, 20', async () => {
    await Promise.all(
      Array.from({ length: 22 }, (_, each) =>
        told.story.hear(lowScore({ customer: MARIA, text: `Refund! That was call number ${each}.` })),
      ),
    );
    await counts(25);
    // The card, and the lines of 2, 3, 4, 5, 10 and 20: Slack takes about one a second in a channel.
    await until('the lines are posted', () => (card().thread.length >= 6 ? true : undefined));
    expect(card().thread).toHaveLength(6);
    expect(told.cards()).toHaveLength(1);
    expect(told.duplicates()).toEqual([]);
  });

  it('another matter of the same customer is another alert', async () => {
    await told.story.hear(lowScore({ customer: MARIA, text: 'Your invoice charged me twice for March!' }));
    await until('a second alert', () =>
      [...told.otherCards(), ...told.cards()].some(({ title }) => title.includes('CX-2')) ? true : undefined,
    );
    await told.story.product().stop();
  });
});
