import { beforeAll, expect, it } from 'vitest';
import type { Product } from './product.js';
import { cardsIn, type ShownCard } from './read-slack.js';
import { lowScore, sendVoice } from './senders.js';
import { createEmptyStoryDatabase, query } from './server-control.js';
import { describeOnServer } from './server-only.js';
import { KIM, MONEY, prepareStory, type Story } from './story.js';
import { until } from './until.js';
import { visitDesk } from './visit-desk.js';

const MARIA = { id: 'maria', name: 'Maria Lopez' };

describeOnServer('a-theme-renamed-by-one-of-two', () => {
  let story: Story;
  let one: Product;
  let other: Product;
  beforeAll(async () => {
    story = await prepareStory({ mode: 'socket', database: await createEmptyStoryDatabase() });
    [one, other] = await story.startTwo();
    await story.slack.waitForSockets({ count: 4, timeoutMs: 30_000 });
    await sendVoice(one.address, lowScore({ customer: MARIA }));
    await until('a card', () => cards()[0], 30_000);
    await story.slack.sendCommand({ user: KIM, channel: MONEY, command: '/cx-postmortem', text: 'CX-1' });
    await says('PM-1 · Refunds: Maria Lopez');
  }, 120_000);

  const cards = (): readonly ShownCard[] => cardsIn(story.slack, MONEY);
  const alerts = async (): Promise<readonly string[]> => {
    const rows = await query<{ line: string }>(
      story.database.url!,
      `select concat_ws(' ', 'CX-' || number, theme, '×' || signal_count) as line from alerts order by number`,
    );
    return rows.map(({ line }) => line);
  };
  const says = (words: string) =>
    until(`a card says “${words}”`, () => cards().find(({ all }) => all.includes(words)), 30_000);
  const shown = (words: string) =>
    until(`the alerts are ${words}`, async () => ((await alerts()).join() === words ? true : undefined));

  it('is called so by the other with the very next voice, and no alert is split in two by it', async () => {
    const desk = await visitDesk(one);
    const { words } = await desk.send('/themes', { from: 'refunds', to: 'money back', back: '/themes' });
    expect(words).toContain('is called money back from now on');
    await sendVoice(other.address, lowScore({ customer: MARIA, text: 'The refund again.' }));
    await sendVoice(other.address, lowScore({ customer: { id: 'bo', name: 'Bo Berg' } }));
    await shown('CX-1 money back ×2,CX-2 money back ×1');
  });

  it('is on the cards, and so is what the other merges it into: a voice at each finds the one alert', async () => {
    await until('the card says it', () =>
      cards()[0]?.title.includes('about money back') ? true : undefined,
    );
    await says('PM-1 · Money back: Maria Lopez');
    const desk = await visitDesk(other);
    await desk.send('/themes', { from: 'money back', to: 'delivery', back: '/themes' });
    for (const each of [one, other])
      await sendVoice(each.address, lowScore({ customer: MARIA, text: 'My refund, for the last time.' }));
    await shown('CX-1 delivery ×4,CX-2 delivery ×1');
    await until('the card says that', () =>
      cards()[0]?.title.includes('about delivery') ? true : undefined,
    );
    await Promise.all([one.stop(), other.stop()]);
    expect([one, other].flatMap((each) => each.log().filter(({ level }) => level >= 50))).toEqual([]);
  });
});
