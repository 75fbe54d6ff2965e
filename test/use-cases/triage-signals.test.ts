import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Signal } from '../../src/domain/signal.js';
import { createWorld, type World } from '../world.js';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.database.close());

const MARIA = { id: 'maria', name: 'Maria Lopez', email: 'Maria@Acme.example' };

const view = (alert: number) => world.database.transaction((store) => store.viewAlert(alert));
const history = (alert: number) => world.database.transaction((store) => store.history(alert));
const timeline = () => world.database.transaction((store) => store.heard({ limit: 50 }));
const all = () => world.database.transaction((store) => store.listAlerts({ show: 'all' }, 50));

async function hearOneByOne(...signals: readonly Partial<Signal>[]): Promise<void> {
  for (const signal of signals) {
    await world.hear(signal);
    await world.triageAll();
    world.pass(60_000);
  }
}

describe('one matter, one alert', () => {
  it('a customer who comes back on the same theme joins the open alert', async () => {
    await hearOneByOne(
      { customer: MARIA },
      { customer: MARIA, text: 'Still no refund.' },
      { customer: MARIA, text: 'Refund!' },
    );
    expect((await all()).total).toBe(1);
    expect((await view(1))?.alert).toMatchObject({ signalCount: 3, state: 'open', theme: 'refunds' });
    expect((await history(1)).map(({ event }) => event.kind)).toEqual(['opened', 'joined', 'joined']);
  });

  it('another theme of the same customer is another alert', async () => {
    await hearOneByOne({ customer: MARIA }, { customer: MARIA, text: 'My lawyer will call.' });
    expect((await all()).views.map(({ alert }) => alert.theme)).toEqual(['legal', 'refunds']);
  });

  it('the same conversation is the same matter, whoever speaks and whatever the theme', async () => {
    await hearOneByOne(
      { conversationId: '8841', customer: MARIA },
      { conversationId: '8841', customer: { id: 'jon' }, text: 'Slow app.' },
    );
    expect((await view(1))?.alert.signalCount).toBe(2);
  });

  it('signals without a customer never join by theme', async () => {
    await hearOneByOne({}, {});
    expect((await all()).total).toBe(2);
  });

  it('a closed alert is not reopened by a new signal: a new one is opened', async () => {
    await hearOneByOne({ customer: MARIA });
    const kim = await world.staff('Kim');
    await world.change(1, kim, { verb: 'dismiss', dismissal: 'handled' });
    await hearOneByOne({ customer: MARIA });
    expect((await all()).views.map(({ alert }) => alert.number)).toHaveLength(1);
    expect((await view(1))?.alert).toMatchObject({ state: 'dismissed', signalCount: 1 });
  });

  it('a hundred at once make one alert that counts them all', async () => {
    await world.hear(
      ...Array.from({ length: 100 }, (_, index) => ({ customer: MARIA, text: `refund ${index}` })),
    );
    await Promise.all([world.triageAll(), world.triageAll(), world.triageAll()]);
    while ((await world.triageAll()).signals > 0);
    const { views } = await all();
    expect(views.map(({ alert }) => alert.signalCount)).toEqual([100]);
  });

  it('a graver voice raises the open alert and its deadlines, and the card quotes it', async () => {
    await hearOneByOne({ conversationId: 'c', customer: MARIA });
    const before = await view(1);
    await hearOneByOne({ conversationId: 'c', customer: MARIA, text: 'My lawyer will call.' });
    const after = await view(1);
    expect(after?.alert.severity).toBe('critical');
    expect(after?.alert.respondBy.getTime()).toBeLessThan(before?.alert.respondBy.getTime() ?? 0);
    expect(after?.lead.text).toBe('My lawyer will call.');
  });
});

describe('customers', () => {
  it('are recognised by e-mail address across ids, and what is new of them is kept', async () => {
    await hearOneByOne(
      { customer: MARIA, account: { name: 'Acme', tier: 'gold' } },
      { customer: { id: 'm-2', email: 'maria@acme.example', phone: '+34 600' } },
      { customer: { id: 'm-2', timeZone: 'Europe/Madrid' } },
    );
    const { views } = await all();
    expect(views).toHaveLength(1);
    expect(views[0]?.customer).toMatchObject({
      name: 'Maria Lopez',
      phone: '+34 600',
      timeZone: 'Europe/Madrid',
    });
    expect(views[0]?.account).toMatchObject({ name: 'Acme', tier: 'gold' });
  });

  it('are shown with the score they gave before', async () => {
    await hearOneByOne(
      { customer: MARIA, score: { metric: 'csat', value: 5, scale: { min: 1, max: 5 } }, text: 'Thanks' },
      { customer: MARIA },
    );
    expect((await view(1))?.previousScore?.value).toBe(5);
  });

  it('who are met by two processes at the same moment are one customer', async () => {
    await world.hear(...Array.from({ length: 8 }, () => ({ customer: MARIA })));
    await Promise.all([world.triageAll(), world.triageAll()]);
    while ((await world.triageAll()).signals > 0);
    expect(new Set((await timeline()).map(({ customerId }) => customerId)).size).toBe(1);
  });
});

it('what needs nobody stays on the timeline with the reason', async () => {
  const good = { metric: 'csat', value: 5, scale: { min: 1, max: 5 } } as const;
  await hearOneByOne(
    { kind: 'mention', text: 'Ordered again', score: good },
    { kind: 'praise', text: 'Lovely', score: good },
  );
  expect((await all()).total).toBe(0);
  for (const { reason, alert } of await timeline()) {
    expect(alert).toBeUndefined();
    expect(reason).toMatch(/\w+/u);
  }
});

it('what an account is known for counts even when a signal does not say it', async () => {
  const gold = {
    ...world.policy,
    rules: [
      {
        name: 'gold',
        when: { tier: ['gold'], scoreAtMost: 2 },
        severity: 'critical',
        reason: 'gold',
      } as const,
    ],
  };
  await world.database.close();
  world = await createWorld(gold);
  await hearOneByOne({
    customer: MARIA,
    account: { name: 'Acme', tier: 'gold' },
    score: { metric: 'csat', value: 5, scale: { min: 1, max: 5 } },
  });
  await hearOneByOne({ customer: MARIA });
  expect((await all()).views[0]?.alert).toMatchObject({ severity: 'critical' });
});

it('a tier counts for the deadlines also where its sender names no account beside it', async () => {
  await world.database.close();
  const within = (respondMinutes: number) => ({ respondMinutes, resolveMinutes: 720 });
  world = await createWorld({
    ...world.policy,
    tierDeadlines: { gold: { normal: within(30), critical: within(5) } },
  });
  const respondIn = async () => {
    const { openedAt, respondBy } = (await view(1))!.alert;
    return (respondBy.getTime() - openedAt.getTime()) / 60_000;
  };
  await hearOneByOne({ customer: MARIA, account: { tier: 'Gold' }, conversationId: 'ticket-1' });
  expect(await respondIn()).toBe(30);
  await hearOneByOne({
    customer: MARIA,
    account: { tier: 'Gold' },
    conversationId: 'ticket-1',
    text: 'My lawyer will call.',
  });
  expect(await respondIn()).toBe(5);
});
