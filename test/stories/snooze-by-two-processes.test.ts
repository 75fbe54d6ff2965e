import { beforeAll, expect, it } from 'vitest';
import type { Product } from './product.js';
import { cardsIn, type ShownCard } from './read-slack.js';
import { lowScore } from './senders.js';
import { createEmptyStoryDatabase, query } from './server-control.js';
import { describeOnServer } from './server-only.js';
import { KIM, MONEY, prepareStory, type Story } from './story.js';
import { pause, until } from './until.js';

const MINUTE_MS = 60_000;
/** Two processes take some seconds to begin, and snoozes do not end in the same second. */
const START_MS = 10_000;
const SHIFT_CLOCK = new URL('shift-clock.mjs', import.meta.url).href;
const BEFORE_STRIKE_MS = 500;
/** So many that both processes have something to do at the same moment. */
const NAMES = ['CX-1', 'CX-2', 'CX-3', 'CX-4'];
const SNOOZED = 'Snoozed';
const AWAKE = 'The snooze is over: this is awake again.';

describeOnServer('snooze-by-two-processes', () => {
  let story: Story;
  const cardOf = (name: string): ShownCard =>
    cardsIn(story.slack, MONEY).find(({ title }) => title.includes(`${name}*`))!;
  const wakings = (name: string) => cardOf(name).thread.filter((line) => line === AWAKE).length;
  const editsOf = (name: string) =>
    story.slack.calls({ method: 'chat.update' }).filter(({ args }) => args['ts'] === cardOf(name).ts).length;
  /** Two processes to which the minute strikes when they have begun, right after `snoozedUntil`. */
  const begin = async (snoozedUntil: Date): Promise<readonly [Product, Product]> => {
    story.slack.clearRecords();
    const strikesAt = Date.now() + START_MS;
    const shiftMs = MINUTE_MS - (strikesAt % MINUTE_MS);
    const clockOffsetMs = snoozedUntil.getTime() + BEFORE_STRIKE_MS - (strikesAt + shiftMs);
    const both = await story.startTwo({
      EARSHOT_TEST: JSON.stringify({ clockOffsetMs }),
      NODE_OPTIONS: `--import ${SHIFT_CLOCK}`,
      CLOCK_SHIFT_MS: String(shiftMs),
    });
    await story.slack.waitForSockets({ count: 4, timeoutMs: 30_000 });
    return both;
  };

  beforeAll(async () => {
    story = await prepareStory({ mode: 'socket', database: await createEmptyStoryDatabase() });
    await story.start();
    await story.connected();
    for (const name of NAMES)
      await story.hear(lowScore({ customer: { id: name, name: `Customer ${name}` } }));
    await until('the cards', () => (cardsIn(story.slack, MONEY).length === NAMES.length ? true : undefined));
    const placeOf = (name: string) => ({ channel: MONEY, ts: cardOf(name).ts, user: KIM });
    await Promise.all(NAMES.map((name) => story.slack.clickButton({ ...placeOf(name), actionId: 'claim' })));
    await until('they are claimed', () =>
      NAMES.every((name) => cardOf(name).title.includes('Claimed')) ? true : undefined,
    );
    for (const name of NAMES) {
      await story.slack.clickButton({
        ...placeOf(name),
        actionId: 'more',
        choose: `snooze:${name.slice(3)}`,
      });
      await story.slack.waitForView({ user: KIM, containing: `Snooze ${name}` });
      const { outcome } = await story.slack.submitView({ user: KIM, values: { span: '4h' } });
      expect(outcome).toEqual({ kind: 'closed' });
    }
    await until('they sleep', () =>
      NAMES.every((name) => cardOf(name).all.includes(SNOOZED)) ? true : undefined,
    );
    await story.product().stop();
  }, 180_000);

  it('every alert wakes once: one line in its thread, one edit of its card, and its owner is told in one message', async () => {
    const [ends] = await query<{ last: Date }>(
      story.database.url!,
      'select max(snoozed_until) as last from alerts',
    );
    // Both have begun, with nothing to do yet, when both look in the same moment: the first after the last snooze.
    const both = await begin(ends!.last);
    await until(
      'all are awake',
      () => (NAMES.every((name) => wakings(name) > 0) ? true : undefined),
      2 * MINUTE_MS,
    );
    await pause(2_000);
    await Promise.all(both.map((each) => each.stop()));
    expect(NAMES.map(wakings)).toEqual(NAMES.map(() => 1));
    expect(NAMES.map(editsOf)).toEqual(NAMES.map(() => 1));
    for (const name of NAMES) expect(cardOf(name).all).not.toContain(SNOOZED);
    const about = story.slack.directMessages({ user: KIM }).map((message) => JSON.stringify(message));
    const told = NAMES.map((name) => about.filter((words) => words.includes(name)).length);
    expect(told).toEqual(NAMES.map(() => 1));
    expect(story.slack.duplicates()).toEqual([]);
    const events = await query(
      story.database.url!,
      `select alert, count(*)::int from alert_events where kind = 'woken' group by alert having count(*) > 1`,
    );
    expect(events).toEqual([]);
    expect(both.flatMap((each) => each.log().filter(({ level }) => level >= 50))).toEqual([]);
  }, 180_000);
});
