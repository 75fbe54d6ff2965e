import { beforeAll, expect, it } from 'vitest';
import type { Product } from './product.js';
import { AMBER, cardsIn, type ShownCard } from './read-slack.js';
import { lowScore } from './senders.js';
import { createEmptyStoryDatabase, query } from './server-control.js';
import { describeOnServer } from './server-only.js';
import { KIM, MONEY, prepareStory, SAM, type Story } from './story.js';
import { pause, until } from './until.js';

const HOUR_MS = 3_600_000;
const at = (hours: number) => ({ EARSHOT_TEST: JSON.stringify({ clockOffsetMs: hours * HOUR_MS }) });
const KIMS = ['CX-1', 'CX-2', 'CX-3', 'CX-4'];
const SAMS = ['CX-5', 'CX-6'];

describeOnServer('follow-ups-by-two-processes', () => {
  let story: Story;
  const cardOf = (name: string): ShownCard =>
    cardsIn(story.slack, MONEY).find(({ title }) => title.includes(`${name}*`))!;
  const told = (user: string) => story.slack.directMessages({ user });
  const bothTold = (count: number) =>
    until(
      `both were told ${count} times`,
      () => ([KIM, SAM].every((user) => told(user).length >= count) ? true : undefined),
      60_000,
    );
  /** Two processes begin at the same moment, that many hours later, and both look at once. */
  const begin = async (hours: number): Promise<readonly [Product, Product]> => {
    const both = await story.startTwo(at(hours));
    await story.slack.waitForSockets({ count: 4, timeoutMs: 30_000 });
    return both;
  };
  const end = (both: readonly [Product, Product]) => Promise.all(both.map((each) => each.stop()));

  beforeAll(async () => {
    story = await prepareStory({ mode: 'socket', database: await createEmptyStoryDatabase() });
    await story.start();
    await story.connected();
    for (const name of [...KIMS, ...SAMS, 'CX-7'])
      await story.hear(lowScore({ customer: { id: name, name: `Customer ${name}` } }));
    await until('seven cards', () => (cardsIn(story.slack, MONEY).length === 7 ? true : undefined), 60_000);
    const claim = (user: string) => (name: string) =>
      story.slack.clickButton({ channel: MONEY, ts: cardOf(name).ts, user, actionId: 'claim' });
    await Promise.all([...KIMS.map(claim(KIM)), ...SAMS.map(claim(SAM))]);
    await until('six are claimed', () =>
      [...KIMS, ...SAMS].every((name) => cardOf(name).colour === AMBER) ? true : undefined,
    );
    await story.product().stop();
  }, 180_000);

  it('what fell due while nothing ran is told late, once, and in one message to each person', async () => {
    const both = await begin(2);
    await bothTold(1);
    await until('the thread hears of the breach', () =>
      cardOf('CX-7').thread.join().includes('Nobody has claimed this') ? true : undefined,
    );
    await pause(1_000);
    await end(both);
    for (const [user, names] of [
      [KIM, KIMS],
      [SAM, SAMS],
    ] as const) {
      const [message, ...more] = told(user);
      expect(more).toEqual([]);
      expect(JSON.stringify(message)).toContain(`${names.length} of your alerts need you`);
      for (const name of names) expect(JSON.stringify(message)).toContain(name);
    }
  }, 120_000);

  it('the next that falls due is told once too, and nothing again', async () => {
    await end(await begin(2));
    const both = await begin(19);
    await bothTold(2);
    await pause(1_000);
    await end(both);
    expect([told(KIM).length, told(SAM).length]).toEqual([2, 2]);
    expect(
      cardOf('CX-7')
        .thread.join()
        .match(/Nobody has claimed this/gu),
    ).toHaveLength(1);
    const twice = await query(
      story.database.url!,
      'select alert, what, due_at from reminders group by alert, what, due_at having count(*) > 1',
    );
    expect(twice).toEqual([]);
    const [counted] = await query<{ reminders: number; bundles: number; messages: number }>(
      story.database.url!,
      `select (select count(*)::int from reminders) as reminders, (select count(distinct bundle_id)::int from reminders) as bundles,
         (select count(*)::int from messages where role = 'reminder' and platform = 'slack') as messages`,
    );
    expect(counted).toEqual({ reminders: 12, bundles: 4, messages: 4 });
    expect(story.slack.duplicates()).toEqual([]);
    expect(both.flatMap((each) => each.log().filter(({ level }) => level >= 50))).toEqual([]);
  }, 180_000);
});
