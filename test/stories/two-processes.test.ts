import { beforeAll, expect, it } from 'vitest';
import type { Product } from './product.js';
import { AMBER, cardsIn } from './read-slack.js';
import { lowScore, sendVoice } from './senders.js';
import { createEmptyStoryDatabase, query } from './server-control.js';
import { describeOnServer } from './server-only.js';
import { CHANNELS, KIM, MONEY, prepareStory, SAM, type Story } from './story.js';
import { until } from './until.js';

const PEOPLE = Array.from({ length: 200 }, (_, each) => ({
  id: `U0CROWD${String(each).padStart(3, '0')}`,
  name: `person${each}`,
  // Some have an address by which they are one person everywhere, some have not.
  ...(each % 2 === 0 && { email: `person${each}@example.com` }),
}));

describeOnServer('two-processes', () => {
  let story: Story;
  let both: readonly [Product, Product];
  const card = () => cardsIn(story.slack, MONEY)[0]!;
  beforeAll(async () => {
    story = await prepareStory({
      database: await createEmptyStoryDatabase(),
      slack: {
        workspace: {
          channels: CHANNELS,
          users: [{ id: KIM, name: 'kim' }, { id: SAM, name: 'sam' }, ...PEOPLE],
        },
      },
    });
    both = await story.startTwo();
  }, 90_000);

  it('started at the same moment on an empty database, both come up, and nobody is known twice', async () => {
    for (const each of both) {
      await until('Slack has listed its people', () =>
        each.log().some(({ msg }) => msg === 'Slack has listed its people') ? true : undefined,
      );
      expect(each.log().filter(({ level }) => level >= 40)).toEqual([]);
    }
    const [known] = await query<{ people: number; identities: number; ghosts: number }>(
      story.database.url!,
      `select (select count(*)::int from staff) as people, (select count(*)::int from staff_identities) as identities,
         (select count(*)::int from staff where id not in (select staff_id from staff_identities)) as ghosts`,
    );
    expect(known).toMatchObject({ ghosts: 0 });
    expect(known!.people).toBe(known!.identities);
  });

  it('a hundred signals of one customer and matter, over both at once, are one alert ×100 with one card and a short thread', async () => {
    const customer = { id: 'maria', name: 'Maria Lopez', email: 'maria@example.com' };
    const sent = await Promise.all(
      Array.from({ length: 100 }, (_, each) =>
        sendVoice(both[each % 2]!.address, lowScore({ customer, text: `Refund! Call number ${each}.` })),
      ),
    );
    expect(sent.every(({ status }) => status === 202)).toBe(true);
    await until('the card says ×100', () => {
      const [one] = cardsIn(story.slack, MONEY);
      return one?.all.includes('×100, last') ? true : undefined;
    });
    // 2 to 5, 10, 20, 50 and 100; Slack takes about one a second in a channel.
    await until('the lines are posted', () => (card().thread.length >= 8 ? true : undefined));
    expect(card().thread).toHaveLength(8);
    expect(cardsIn(story.slack, MONEY)).toHaveLength(1);
    const alerts = await query(story.database.url!, 'select number, signal_count, state from alerts');
    expect(alerts).toEqual([{ number: '1', signal_count: 100, state: 'open' }]);
    const customers = await query(story.database.url!, 'select name from customers');
    expect(customers).toEqual([{ name: 'Maria Lopez' }]);
  });

  it('two hundred people claim it at the same moment, over both: one has it, 199 are told who, the card changes once', async () => {
    story.slack.clearRecords();
    const at = { channel: MONEY, ts: card().ts, actionId: 'claim' };
    const sent = await story.slack.clickTogether({ clicks: PEOPLE.map(({ id: user }) => ({ ...at, user })) });
    expect(sent.map(({ status }) => status)).toEqual(PEOPLE.map(() => 200));
    const doors = new Set(sent.map(({ delivery }) => delivery.url));
    expect(doors.size).toBe(2);
    const told = (user: string) =>
      story.slack.ephemerals({ user }).filter(({ text }) => text.includes('has had this since'));
    await until('all but one are told', () =>
      PEOPLE.filter(({ id }) => told(id).length > 0).length === PEOPLE.length - 1 ? true : undefined,
    );
    const [owner, ...others] = PEOPLE.filter(({ id }) => told(id).length === 0);
    expect(others).toEqual([]);
    await until('the thread says who has it', () => card().thread[8]);
    expect(card().thread[8]).toContain(`${owner!.name} claimed this`);
    expect(card()).toMatchObject({
      colour: AMBER,
      title: expect.stringContaining(`Claimed by ${owner!.name} `) as string,
    });
    for (const { id } of PEOPLE) expect(told(id).length).toBeLessThanOrEqual(1);
    const words = PEOPLE.flatMap(({ id }) => told(id)).map(({ text }) => text);
    expect(words.filter((text) => text.includes(`${owner!.name} has had this since`))).toHaveLength(199);
    expect(story.slack.calls({ method: 'chat.update' })).toHaveLength(1);
    const claims = await query(
      story.database.url!,
      `select count(*)::int as claims from alert_events where kind = 'claimed'`,
    );
    expect(claims).toEqual([{ claims: 1 }]);
  }, 60_000);

  it('a replay at the other process is known there, and nothing was posted twice', async () => {
    const release = await story.slack.clickButton({
      ...{ channel: MONEY, ts: card().ts, actionId: 'release' },
      user: PEOPLE.find(({ name }) => card().title.includes(`${name} `))!.id,
      to: `${both[0].address}/slack/events`,
    });
    await until('it is released', () => card().thread[9]);
    await story.slack.clickButton({ channel: MONEY, ts: card().ts, actionId: 'claim', user: KIM });
    await until('it is claimed', () => card().thread[10]);
    await story.slack.replay({ delivery: release.delivery, to: `${both[1].address}/slack/events` });
    expect(story.slack.duplicates()).toEqual([]);
    await Promise.all(both.map((each) => each.stop()));
    expect(card().thread).toHaveLength(11);
    expect(both.flatMap((each) => each.log().filter(({ level }) => level >= 50))).toEqual([]);
  });
});
