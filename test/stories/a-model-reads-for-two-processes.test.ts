import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CALM,
  KEY,
  type ModelCounterpart,
  startModelCounterpart,
} from '../counterparts/model/model-counterpart.js';
import type { Product } from './product.js';
import { cardsIn, type ShownCard } from './read-slack.js';
import { lowScore, sendVoice } from './senders.js';
import { createEmptyStoryDatabase, query } from './server-control.js';
import { describeOnServer } from './server-only.js';
import { prepareStory, type Story, SUPPORT, YAML } from './story.js';
import { until } from './until.js';

const HALF = 12;
/** What one process asks at once; see read-by-model.ts. */
const AT_ONCE = 4;
/** Both halves, what a process took with it when it was killed, and two of what comes after. */
const CALLS_PER_DAY = 2 * HALF + AT_ONCE + 2;
const MARKS = { unlimited: true };
/** Longer than a process that died keeps what it took. */
const LATER = { EARSHOT_TEST: JSON.stringify({ ...MARKS, clockOffsetMs: 90_000 }) };
const QUOTE = 'I am done being patient';
const GRAVE = { ...CALM, sentiment: 'negative', severity: 'high', reason: 'Nobody answers', quote: QUOTE };

/** Each its own words, so that no answer is known from another. */
const textOf = (index: number): string =>
  `${String.fromCharCode(97 + index)}: nobody came back to me about the fitting, and ${QUOTE}.`;

describeOnServer('a-model-reads-for-two-processes', () => {
  let story: Story;
  let model: ModelCounterpart;
  let both: readonly [Product, Product];
  beforeAll(async () => {
    model = await startModelCounterpart();
    model.behave({ kind: 'answers', with: () => GRAVE });
    story = await prepareStory({
      mode: 'socket',
      database: await createEmptyStoryDatabase(),
      yaml: `${YAML}model: { calls_per_day: ${CALLS_PER_DAY} }\n`,
      env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: model.baseUrl, EARSHOT_TEST: JSON.stringify(MARKS) },
    });
    both = await story.startTwo();
    await story.slack.waitForSockets({ count: 4, timeoutMs: 30_000 });
  }, 120_000);
  afterAll(() => model.close());

  const cards = (): readonly ShownCard[] => cardsIn(story.slack, SUPPORT);
  const read = (): readonly ShownCard[] => cards().filter(({ all }) => all.includes('Read by gpt-4.1-mini'));
  const speak = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, each) => from + each).map((index) => {
        const customer = { id: `customer-${index}`, name: 'Ana Ruiz' };
        return sendVoice(both[index % 2]!.address, lowScore({ score: 2, text: textOf(index), customer }));
      }),
    );
  /** How often the model was asked of each text. */
  const asked = (from: number, to: number): readonly number[] =>
    Array.from(
      { length: to - from },
      (_, each) => model.heard().filter(({ input }) => input.includes(textOf(from + each))).length,
    );
  const spent = async (): Promise<number> => {
    const rows = await query<{ calls: number }>(
      story.database.url!,
      'select sum(calls)::int as calls from model_calls',
    );
    return rows[0]?.calls ?? 0;
  };
  const standing = async (): Promise<Readonly<Record<string, number>>> => {
    const rows = await query<{ state: string; texts: number }>(
      story.database.url!,
      'select state, count(*)::int as texts from model_readings group by state',
    );
    return Object.fromEntries(rows.map(({ state, texts }) => [state, texts]));
  };
  const times = (words: string, said: string): number => said.split(words).length - 1;
  const expectOnce = (told: readonly ShownCard[]): void => {
    for (const { title, all, thread } of told) {
      expect(title).toContain('*High · ');
      expect(times('Read by gpt-4.1-mini', all)).toBe(1);
      expect(times('Earshot raised this', thread.join())).toBe(1);
    }
  };
  const threadsTold = (count: number) =>
    until(
      `${count} threads are told`,
      () =>
        cards().filter(({ thread }) => thread.join().includes('Earshot raised this')).length >= count
          ? true
          : undefined,
      60_000,
    );

  it('is asked once of each text, whichever process takes it, and each card and thread tells it once', async () => {
    await speak(0, HALF);
    await threadsTold(HALF);
    await until('all cards say so', () => (read().length === HALF ? true : undefined), 60_000);
    expect(asked(0, HALF)).toEqual(Array.from({ length: HALF }, () => 1));
    expect(await spent()).toBe(HALF);
    expectOnce(read());
  }, 90_000);

  it('loses nothing with a process that is killed over its questions: only those are asked again, and nothing is told twice', async () => {
    model.behave({ kind: 'waits', with: () => GRAVE });
    await speak(HALF, 2 * HALF);
    await until(
      'each asks as much as it does at once',
      () => (model.heard().length === HALF + 2 * AT_ONCE ? true : undefined),
      30_000,
    );
    await both[0].kill();
    model.behave({ kind: 'answers', with: () => GRAVE });
    model.letGo();
    await until('the other reads what is left', async () =>
      (await standing())['read'] === 2 * HALF - AT_ONCE ? true : undefined,
    );
    await both[1].stop();
    both = await story.startTwo(LATER);
    await threadsTold(2 * HALF);
    await until('all cards say so', () => (read().length === 2 * HALF ? true : undefined), 60_000);
    expect(await standing()).toEqual({ read: 2 * HALF });
    const again = asked(HALF, 2 * HALF).filter((count) => count !== 1);
    expect(again).toEqual(Array.from({ length: AT_ONCE }, () => 2));
    expect(await spent()).toBe(model.heard().length);
    expectOnce(read());
  }, 120_000);

  it('is asked by both together as often as one day allows, and no card waits for it', async () => {
    await speak(2 * HALF, 2 * HALF + 2 * AT_ONCE);
    await until('all are settled', async () => {
      const { read: told = 0, left = 0 } = await standing();
      return told + left === 2 * HALF + 2 * AT_ONCE ? true : undefined;
    });
    expect(await standing()).toEqual({ read: 2 * HALF + 2, left: 2 * AT_ONCE - 2 });
    expect(model.heard()).toHaveLength(CALLS_PER_DAY);
    await until('every voice has a card', () =>
      cards().length === 2 * HALF + 2 * AT_ONCE ? true : undefined,
    );
    expect(story.slack.duplicates()).toEqual([]);
    await Promise.all(both.map((each) => each.stop()));
    expect(both.flatMap((each) => each.log().filter(({ level }) => level >= 50))).toEqual([]);
  }, 60_000);
});
