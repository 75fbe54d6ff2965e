import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posting } from '../../src/posting/create-posting.js';
import type { PostingCount } from '../../src/posting/posting-deps.js';
import type { Sent } from '../../src/posting/platform.js';
import { createWorld, type World } from '../world.js';
import { createMemoryPlatform, type MemoryPlatform } from './memory-platform.js';
import { postingOn, SETTLE_MS } from './posting-on.js';

const SECOND_MS = 1_000;
const MANY = 60;

let world: World;
let platform: MemoryPlatform;
let posting: Posting;
let counts: PostingCount[];
beforeEach(async () => {
  world = await createWorld();
  platform = createMemoryPlatform();
  platform.buckets = () => [];
  counts = [];
  posting = start();
});
afterEach(() => world.database.close());

function start(): Posting {
  return postingOn(world, platform, { count: (what) => void counts.push(what) });
}

async function openAlerts(count: number, said?: string): Promise<void> {
  for (let each = 0; each < count; each += 1) await world.hear(said === undefined ? {} : { text: said });
  await world.triageAll();
}

const cutOff = (landed: boolean) => (): Sent & { readonly landed: boolean } => ({
  outcome: 'unknown',
  why: 'cut off',
  landed,
});

/** Every second one landed. */
async function sendInTrouble(count: number): Promise<void> {
  platform.script.push(...Array.from({ length: count }, (_, index) => cutOff(index % 2 === 0)));
  await sendAll();
}

async function sendAll(on = posting): Promise<void> {
  do {
    await on.run(200);
    await on.drain();
    world.pass(SECOND_MS);
  } while (platform.script.length > 0);
}

async function postAll(seconds: number, on = posting): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await on.recover();
    await sendAll(on);
  }
}

const cards = (): number[] =>
  [...platform.shown.values()].flatMap(({ content, thread }) =>
    content.kind === 'card' && thread === undefined ? [content.card.alert] : [],
  );
const howMany = (what: PostingCount): number => counts.filter((each) => each === what).length;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

describe('many messages of unknown outcome', () => {
  it('in one channel are settled by one look and, for those not there yet, one more', async () => {
    await openAlerts(MANY);
    await sendInTrouble(MANY);
    expect(howMany('unknown')).toBe(MANY);
    await posting.recover();
    expect(platform.looks.map(({ sought }) => sought.length)).toEqual([MANY]);
    expect(howMany('adopted')).toBe(MANY / 2);
    world.pass(SETTLE_MS + SECOND_MS);
    await posting.recover();
    expect(platform.looks.map(({ sought }) => sought.length)).toEqual([MANY, MANY / 2]);
    expect(howMany('resent')).toBe(MANY / 2);
    await postAll(5);
    expect(sorted(cards())).toEqual(upTo(MANY));
  });

  it('are looked for once in each channel, and in each thread', async () => {
    await openAlerts(2);
    await postAll(3);
    await openAlerts(3);
    const kim = await world.staff('Kim');
    for (const alert of [1, 2]) await world.change(alert, kim, { verb: 'claim' });
    // Three cards and two lines; the edits of the claimed cards come through.
    const works = platform.send.bind(platform);
    platform.send = (call) => (call.edit === undefined ? Promise.resolve(cutOff(true)()) : works(call));
    await sendAll();
    await posting.recover();
    const places = platform.looks.map(({ place, sought }) => [place.channel, place.thread, sought.length]);
    expect(places).toHaveLength(3);
    expect(places).toEqual(
      expect.arrayContaining([
        ['support', undefined, 3],
        ['support', 'support/1', 1],
        ['support', 'support/2', 1],
      ]),
    );
  });

  it('are looked for by one of two processes', async () => {
    await openAlerts(MANY);
    await sendInTrouble(MANY);
    const other = start();
    await Promise.all([posting.recover(), other.recover()]);
    expect(platform.looks.flatMap(({ sought }) => sought)).toHaveLength(MANY);
    world.pass(SETTLE_MS + SECOND_MS);
    await Promise.all([postAll(5), postAll(5, other)]);
    expect(sorted(cards())).toEqual(upTo(MANY));
  });

  it('that were sent again and landed after all are looked for together, and each is named', async () => {
    await openAlerts(4);
    platform.script.push(...upTo(4).map(() => cutOff(false)));
    await sendAll();
    const first = platform.calls.slice(0, 4);
    await postAll(SETTLE_MS / SECOND_MS + 5);
    expect(cards()).toHaveLength(4);
    for (const [index, call] of first.entries()) platform.shown.set(`late/${index}`, call);
    const looks = platform.looks.length;
    world.pass(4 * SETTLE_MS);
    await posting.recover();
    expect(platform.looks.slice(looks).map(({ sought }) => sought.length)).toEqual([4]);
    expect(howMany('twice')).toBe(4);
  });
});

describe('looks', () => {
  const RATE = { capacity: 1, perSecond: 0.1 } as const;

  it('keep to the rate of the platform: what finds no token waits, and comes next', async () => {
    platform.lookRate = RATE;
    await openAlerts(2);
    await postAll(3);
    const kim = await world.staff('Kim');
    for (const alert of [1, 2]) await world.change(alert, kim, { verb: 'claim' });
    const works = platform.send.bind(platform);
    platform.send = (call) => {
      const sent = works(call);
      return call.thread === undefined ? sent : sent.then(() => ({ outcome: 'unknown', why: 'cut off' }));
    };
    await sendAll();
    await posting.recover();
    await posting.recover();
    expect(platform.looks).toHaveLength(1);
    world.pass(9 * SECOND_MS);
    await posting.recover();
    expect(platform.looks).toHaveLength(1);
    world.pass(SECOND_MS);
    await posting.recover();
    expect(new Set(platform.looks.map(({ place }) => place.thread)).size).toBe(2);
    expect(howMany('adopted')).toBe(2);
  });

  it('that went through several pages have to be made up for', async () => {
    platform.lookRate = RATE;
    platform.lookScript.push(() => ({ calls: 3 }));
    await openAlerts(1);
    await sendInTrouble(1);
    await posting.recover();
    expect(platform.looks).toHaveLength(1);
    await sendAll();
    await openAlerts(1);
    await sendInTrouble(1);
    world.pass(20 * SECOND_MS);
    await posting.recover();
    expect(platform.looks).toHaveLength(1);
    world.pass(10 * SECOND_MS);
    await posting.recover();
    expect(platform.looks).toHaveLength(2);
  });

  it('are not made before the time that a refusal names', async () => {
    platform.lookScript.push(() => ({ closes: { keys: ['memory:look'], forMs: 60 * SECOND_MS } }));
    await openAlerts(1);
    await sendInTrouble(1);
    await posting.recover();
    await sendAll();
    await openAlerts(1);
    await sendInTrouble(1);
    world.pass(50 * SECOND_MS);
    await posting.recover();
    expect(platform.looks).toHaveLength(1);
    world.pass(10 * SECOND_MS);
    await posting.recover();
    expect(platform.looks).toHaveLength(2);
  });
});
