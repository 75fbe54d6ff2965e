/** Long because one round is told whole: what is taken, what comes of it, and what happens where nothing does. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelReading } from '../../src/domain/model-reading.js';
import { type ReadByModel, readTexts } from '../../src/use-cases/read-by-model.js';
import { createWorld, type World } from '../world.js';

const MINUTE = 60_000;
const QUOTE = 'Third time I call';
const BARE: ModelReading = {
  reader: 'gpt-test',
  sentiment: 'negative',
  severity: 'high',
  flags: ['repeated contact'],
  themes: ['waiting', 'staff'],
};
const GRAVE: ModelReading = {
  ...BARE,
  because: { reason: 'The customer was failed several times', quote: QUOTE },
};

let world: World;
let asked: Parameters<ReadByModel>[0][];
let counted: string[];
let changes: number;

beforeEach(async () => {
  world = await createWorld(undefined, undefined, true);
  asked = [];
  counted = [];
  changes = 0;
});
afterEach(() => world.database.close());

type Answer = Awaited<ReturnType<ReadByModel>>;

const readAll = (answer: Answer | (() => Promise<Answer>) = { reading: GRAVE }): Promise<number> =>
  readTexts({
    transaction: world.database.transaction,
    clock: world.clock,
    newId: world.newId,
    policy: world.policy,
    read: (text) => {
      asked.push(text);
      return typeof answer === 'function' ? answer() : Promise.resolve(answer);
    },
    changed: () => (changes += 1),
    count: (outcome) => counted.push(outcome),
  });

/** As the posting loop leaves them. */
const post = () =>
  world.database.pool.query(
    `update messages set state = 'posted', reference = id::text, posted_revision = wanted_revision where role = 'card'`,
  );
/** As it leaves those of which a channel has too many. */
const gather = () =>
  world.database.pool.query(
    `with roll_up as (
       insert into messages (id, role, platform, channel, priority, state, reference, posted_revision, not_before)
       select gen_random_uuid(), 'roll_up', platform, channel, 2, 'posted', 'a roll-up', 1, not_before from messages returning id)
     update messages set state = 'gathered', rolled_into = roll_up.id from roll_up`,
  );
const view = async (alert = 1) => {
  const found = await world.database.transaction((store) => store.viewAlert(alert));
  if (!found) throw new Error(`there is no alert ${alert}`);
  return found;
};
const events = async () =>
  (await world.database.transaction((store) => store.history(1))).map(({ event }) => event);
const cards = async () =>
  (await world.database.pool.query<object>(`select role, state, wanted_revision from messages order by seq`))
    .rows;

async function open(more: object = {}): Promise<void> {
  await world.hear({ customer: { id: 'maria', name: 'Maria Lopez' }, agent: 'Jo Field', ...more });
  await world.triageAll();
}

describe('a text', () => {
  it('is read once its card is posted, and not before', async () => {
    await open();
    expect(await readAll()).toBe(0);
    await post();
    expect(await readAll()).toBe(1);
    expect(await readAll()).toBe(0);
    expect(asked).toEqual([
      {
        text: 'Third time I call about the same refund.',
        people: ['Maria Lopez', 'Maria Lopez', 'Jo Field'],
        kind: 'survey',
        score: '2 of 5',
      },
    ]);
  });

  it('is read although a card of it was given up', async () => {
    await open();
    await world.database.pool.query(`update messages set state = 'dead'`);
    expect(await readAll()).toBe(1);
  });

  it('leaves without the name of whoever has claimed it', async () => {
    await open();
    await world.change(1, await world.staff('Kim'), { verb: 'claim' });
    await post();
    await readAll();
    expect([...new Set(asked[0]?.people)].toSorted()).toEqual(['Jo Field', 'Kim', 'Maria Lopez']);
  });

  it('is taken by one of two processes', async () => {
    await open();
    await post();
    const both = await Promise.all([readAll(), readAll()]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(asked).toHaveLength(1);
  });

  it('that was lost with its process is read by another a minute later, and what the first still says is not written', async () => {
    await open();
    await post();
    let say: (answer: Answer) => void = () => undefined;
    const slow = readAll(() => new Promise<Answer>((resolve) => (say = resolve)));
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await readAll()).toBe(0);
    world.pass(MINUTE);
    expect(await readAll()).toBe(1);
    say({ reading: { ...GRAVE, reader: 'the late one' } });
    await slow;
    expect((await view()).modelReading?.reader).toBe('gpt-test');
    expect((await events()).filter(({ kind }) => kind === 'severity_changed')).toHaveLength(1);
  });

  it('of a storm is read as often as its thread tells of it', async () => {
    for (let voice = 0; voice < 12; voice += 1) await open();
    await post();
    while ((await readAll()) > 0);
    expect(asked).toHaveLength(6);
  });

  it('without a model leaves no trace', async () => {
    world = await createWorld();
    await open();
    await post();
    expect(await readAll()).toBe(0);
    const { rows } = await world.database.pool.query('select 1 from model_readings');
    expect(rows).toEqual([]);
  });
});

describe('what comes of a reading', () => {
  it('raises the alert, keeps the rule’s reason, and tells the card and its thread why', async () => {
    await open();
    await post();
    const before = await view();
    await readAll();
    const after = await view();
    expect(before.alert).toMatchObject({ severity: 'normal', revision: 1 });
    expect(after.alert).toEqual({
      ...before.alert,
      severity: 'high',
      revision: 2,
      respondBy: new Date(before.alert.openedAt.getTime() + 60 * MINUTE),
      resolveBy: new Date(before.alert.openedAt.getTime() + 1_440 * MINUTE),
    });
    expect(after.modelReading).toEqual({ ...GRAVE, raisedFrom: 'normal' });
    expect((await events()).at(-1)).toEqual({
      kind: 'severity_changed',
      from: 'normal',
      to: 'high',
      why: `gpt-test read “${QUOTE}”`,
    });
    expect(await cards()).toEqual([
      { role: 'card', state: 'wanted', wanted_revision: 2 },
      { role: 'line', state: 'wanted', wanted_revision: 1 },
    ]);
    expect([changes, counted]).toEqual([1, ['raised']]);
  });

  it('never lowers one: then the card tells how it reads, and the thread nothing', async () => {
    await open({ text: 'I talked to my lawyer about this refund.' });
    await post();
    await readAll({ reading: { ...GRAVE, severity: 'low', sentiment: 'positive' } });
    expect((await view()).alert.severity).toBe('critical');
    expect((await view()).modelReading?.sentiment).toBe('positive');
    expect(await cards()).toEqual([{ role: 'card', state: 'wanted', wanted_revision: 2 }]);
    expect(counted).toEqual(['read']);
  });

  it('gives what it raises a card of its own where a roll-up names it, whose row tells so', async () => {
    await open();
    await gather();
    await readAll();
    expect((await view()).alert.severity).toBe('high');
    expect(await cards()).toEqual([
      { role: 'card', state: 'wanted', wanted_revision: 2 },
      { role: 'roll_up', state: 'wanted', wanted_revision: 2 },
      { role: 'line', state: 'wanted', wanted_revision: 1 },
    ]);
  });

  it('leaves in its roll-up what it does not raise', async () => {
    await open();
    await gather();
    await readAll({ reading: BARE });
    expect(await cards()).toEqual([
      { role: 'card', state: 'gathered', wanted_revision: 2 },
      { role: 'roll_up', state: 'wanted', wanted_revision: 2 },
    ]);
  });

  it('raises none to critical, whatever it says', async () => {
    await open();
    await post();
    await readAll({ reading: { ...GRAVE, severity: 'critical' } });
    expect((await view()).alert.severity).toBe('high');
  });

  it('raises none without words of the text', async () => {
    await open();
    await post();
    await readAll({ reading: BARE });
    expect((await view()).alert.severity).toBe('normal');
  });

  it('leaves the severity that a person has set', async () => {
    const kim = await world.staff('Kim');
    await open();
    await world.change(1, kim, { verb: 'change_severity', to: 'low' });
    await post();
    await readAll();
    expect((await view()).alert.severity).toBe('low');
  });

  it('leaves a closed alert alone', async () => {
    const kim = await world.staff('Kim');
    await open();
    await post();
    await world.change(1, kim, { verb: 'dismiss', dismissal: 'handled' });
    const before = await view();
    await readAll();
    expect((await view()).alert).toEqual(before.alert);
    expect(changes).toBe(0);
  });

  it('names the theme where no rule did, and moves the alert to nobody else', async () => {
    await open({ text: 'Third time I call. Nobody cares.' });
    await post();
    const before = await view();
    await readAll();
    const { alert } = await view();
    expect([before.alert.theme, alert.theme]).toEqual(['general', 'waiting']);
    expect([alert.team, alert.groupKey, alert.rule, alert.reason]).toEqual([
      before.alert.team,
      before.alert.groupKey,
      before.alert.rule,
      before.alert.reason,
    ]);
    await open();
    await readAll();
    expect((await view(2)).alert.theme).toBe('refunds');
  });

  it('is not shown beside the words of another voice', async () => {
    await open();
    await post();
    await readAll();
    await open({ text: 'Now my lawyer will ask for the refund.' });
    expect((await view()).alert.severity).toBe('critical');
    expect((await view()).modelReading).toBeUndefined();
  });
});

describe('where no reading comes', () => {
  it('a model that is away is asked again later, at the most three times, and the alert stays as it was', async () => {
    await open();
    await post();
    const before = await view();
    for (const afterMs of [0, 61_000, 5 * MINUTE, 30 * MINUTE, 24 * 60 * MINUTE]) {
      world.pass(afterMs);
      await readAll({ refused: 'failed' });
    }
    expect(asked).toHaveLength(4);
    expect(await view()).toEqual(before);
    expect(counted).toEqual(['left']);
  });

  it.each(['budget', 'unusable'] as const)(
    'because of %s, the built-in reading stays for good',
    async (why) => {
      await open();
      await post();
      await readAll({ refused: why });
      world.pass(60 * MINUTE);
      expect(await readAll()).toBe(0);
      expect(counted).toEqual(['left']);
    },
  );

  it('because the process ends, another one reads it at once', async () => {
    await open();
    await post();
    await readAll({ refused: 'stopping' });
    expect(await readAll()).toBe(1);
    expect((await view()).alert.severity).toBe('high');
  });
});
