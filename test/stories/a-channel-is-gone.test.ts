import { beforeAll, expect, it } from 'vitest';
import { cardsIn } from './read-slack.js';
import { lowScore } from './senders.js';
import { beginStory, KIM, LOBBY, MONEY, type Story } from './story.js';
import { until } from './until.js';
import { type DeskVisit, visitDesk } from './visit-desk.js';

let story: Story;
let desk: DeskVisit;
beforeAll(async () => {
  story = await beginStory();
  desk = await visitDesk(story.product());
}, 90_000);

const lobby = () => cardsIn(story.slack, LOBBY);

it('the card of a channel that was archived goes to the fallback, where its thread says from where and why', async () => {
  story.slack.setChannel({ id: MONEY, archived: true });
  await story.hear(lowScore());
  await until('the card is in the lobby with its line', () => lobby()[0]?.thread[0]);
  expect(lobby()).toMatchObject([
    {
      title: expect.stringContaining('CX-1') as string,
      thread: ['Moved from #money to C0LOBBY001 on Slack: it is archived.'],
    },
  ]);
  expect(cardsIn(story.slack, MONEY)).toEqual([]);
});

it('the desk says what to mend, and the card works where it is', async () => {
  expect(await desk.read('/delivery')).toMatch(/To mend .*#money .*archived.* C0LOBBY001/u);
  await story.slack.clickButton({ user: KIM, channel: LOBBY, ts: lobby()[0]!.ts, actionId: 'claim' });
  await until('it is claimed', () => lobby()[0]!.thread.find((line) => line.startsWith('kim claimed this')));
});

it('once the channel is back its cards go there again, and there is nothing left to mend', async () => {
  story.slack.setChannel({ id: MONEY, archived: false });
  const event = { type: 'channel_unarchive', channel: MONEY, user: KIM };
  expect((await story.slack.sendEvent({ event })).status).toBe(200);
  await story.hear(lowScore());
  await until('a card in the channel', () => cardsIn(story.slack, MONEY)[0]);
  await until('there is nothing left to mend', async () =>
    (await desk.read('/delivery')).includes('To mend') ? undefined : true,
  );
  expect(lobby()).toHaveLength(1);
  expect(story.slack.duplicates()).toEqual([]);
  await story.product().stop();
});
