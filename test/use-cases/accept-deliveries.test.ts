import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Delivery, Element } from '../../src/domain/delivery.js';
import type { Signal } from '../../src/domain/signal.js';
import { createNewId } from '../../src/domain/uuid.js';
import {
  type AcceptDeliveries,
  type AcceptStore,
  createAcceptDeliveries,
} from '../../src/use-cases/accept-deliveries.js';
import { quietLog } from '../quiet-log.js';
import { createWorld, START, type World } from '../world.js';

let world: World;
let heard = 0;
let accept: AcceptDeliveries['accept'];

/** Each commits by itself, as the processes do. */
const aProcess = (store: AcceptStore = world.database.accept): AcceptDeliveries =>
  createAcceptDeliveries({
    store,
    newId: createNewId(world.clock, randomBytes),
    clock: world.clock,
    digest: (text) => createHash('sha256').update(text).digest(),
    log: quietLog,
    heard: (signals) => (heard += signals),
  });

beforeAll(async () => {
  world = await createWorld();
  ({ accept } = aProcess());
});
afterAll(() => world.database.close());

const voice = (fields: Partial<Signal> = {}): Element => ({
  kind: 'signal',
  signal: { kind: 'survey', occurredAt: START, text: 'late again', tags: [], ...fields },
});

function delivery(deliveryId: string, ...elements: readonly Element[]): Delivery {
  return {
    source: 'voice',
    deliveryId,
    receivedAt: START,
    contentType: 'application/json',
    body: Buffer.from('{"raw":true}'),
    bodyUntil: new Date(START.getTime() + 86_400_000),
    elements,
  };
}

it('a delivery sent again is a duplicate that names the first by its id', async () => {
  const [first] = await accept(delivery('again', voice()));
  const [second] = await accept(delivery('again', voice()));
  expect(first).toEqual({ id: expect.any(String) as string, outcome: 'accepted' });
  expect(second).toEqual({ ...first, outcome: 'duplicate', reason: 'this delivery was received before' });
});

it('the same delivery twice at the same moment is kept once', async () => {
  const before = heard;
  const answers = await Promise.all(Array.from({ length: 20 }, () => accept(delivery('twins', voice()))));
  const outcomes = answers.flat().map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(19);
  expect(new Set(answers.flat().map((each) => ('id' in each ? each.id : ''))).size).toBe(1);
  expect(heard - before).toBe(1);
});

it('an entry sent in another delivery is a duplicate while nothing of it changed, and news when its score did', async () => {
  const entry = {
    externalId: 'answer-7',
    score: { metric: 'csat', value: 2, scale: { min: 1, max: 5 } },
  } as const;
  const [first] = await accept(delivery('entry-1', voice(entry)));
  const [same] = await accept(delivery('entry-2', voice(entry)));
  const [changed] = await accept(
    delivery('entry-3', voice({ ...entry, score: { ...entry.score, value: 1 } })),
  );
  expect(same).toEqual({
    ...first,
    outcome: 'duplicate',
    reason: 'the same entry was received before, unchanged',
  });
  expect(changed?.outcome).toBe('accepted');
});

it('the same entry twice in one list is kept once', async () => {
  const twin = voice({ externalId: 'twin-entry' });
  const receipts = await accept(delivery('list-of-twins', twin, twin));
  expect(receipts.map(({ outcome }) => outcome)).toEqual(['accepted', 'duplicate']);
});

it('a list keeps its good elements and answers for each in its place, the second time as well', async () => {
  const faults = [{ path: 'score', message: 'must be a number' }];
  const list = delivery(
    'mixed',
    voice(),
    { kind: 'refused', faults },
    { kind: 'ignored', reason: 'a ping' },
    voice(),
  );
  const first = await accept(list);
  const second = await accept(list);
  expect(first.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused', 'ignored', 'accepted']);
  expect(second.map(({ outcome }) => outcome)).toEqual(['duplicate', 'refused', 'ignored', 'duplicate']);
  expect(second.map((each) => ('id' in each ? each.id : ''))).toEqual(
    first.map((each) => ('id' in each ? each.id : '')),
  );
});

it('a value that the database will not store is refused without harm to those committed with it', async () => {
  const impossible = voice({ occurredAt: new Date(8_640_000_000_000_000) });
  const [good, bad, alsoGood] = await Promise.all([
    accept(delivery('storable-1', voice())),
    accept(delivery('unstorable', impossible)),
    accept(delivery('storable-2', voice())),
  ]);
  expect([good, bad, alsoGood].map((receipts) => receipts[0]?.outcome)).toEqual([
    'accepted',
    'refused',
    'accepted',
  ]);
});

it('opposite orders of the same keys in parallel batches do not lock each other out', async () => {
  const entries = Array.from({ length: 60 }, (_, index) => voice({ externalId: `crossing-${index}` }));
  const rounds = Array.from({ length: 10 }, (_, round) =>
    aProcess().accept(delivery(`crossing-${round}`, ...(round % 2 === 0 ? entries : [...entries].reverse()))),
  );
  const receipts = (await Promise.all(rounds)).flat();
  expect(receipts.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(60);
  expect(receipts.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(540);
});

it('lists that come together are kept in small commits, so that none runs into the limit of a statement', async () => {
  const commits: number[] = [];
  const { accept: acceptLists } = aProcess({
    ...world.database.accept,
    keepDeliveries: (deliveries, signals) => {
      commits.push(signals.length);
      return world.database.accept.keepDeliveries(deliveries, signals);
    },
  });
  const list = Array.from({ length: 400 }, () => voice());
  const lists = Array.from({ length: 6 }, (_, number) => acceptLists(delivery(`list-${number}`, ...list)));
  const receipts = (await Promise.all(lists)).flat();
  expect(receipts.every(({ outcome }) => outcome === 'accepted')).toBe(true);
  expect(receipts).toHaveLength(2_400);
  expect(Math.max(...commits)).toBeLessThanOrEqual(1_000);
});
