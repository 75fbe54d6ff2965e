import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Signal } from '../../src/domain/signal.js';
import { createWorld, type World } from '../world.js';

const DAY_MS = 86_400_000;
const MARIA = { id: 'M-1', name: 'María López', email: 'Maria@Acme.example' };

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.database.close());

async function said(...signals: readonly Partial<Signal>[]): Promise<void> {
  await world.hear(...signals);
  await world.triageAll();
}

const view = (alert: number) => world.database.transaction((store) => store.viewAlert(alert));

describe('how often a customer got in touch stands on the alert', () => {
  it('from the first contact of thirty days to the newest, whatever the channel and whatever came of it', async () => {
    await said({ customer: MARIA, kind: 'praise', text: 'Lovely.' });
    world.pass(40 * DAY_MS);
    const since = world.clock();
    await said({ customer: MARIA, kind: 'praise', text: 'Lovely again.', channel: 'chat' });
    world.pass(3 * DAY_MS);
    const wordless = { text: undefined } as object;
    await said({ customer: MARIA, kind: 'escalation', happening: 'Priority raised', ...wordless });
    world.pass(6 * DAY_MS);
    await said({ customer: MARIA, text: 'My lawyer will call.' });
    const [newest] = await world.database.transaction(
      async (store) => (await store.listAlerts({ show: 'all' }, 9)).views,
    );
    expect(newest?.contacts).toEqual({ count: 2, since, newest: world.clock() });
  });

  it('grows with each voice that joins, and stays as it was when others come that do not', async () => {
    const counted = async () => (await view(1))?.contacts?.count;
    await said({ customer: MARIA });
    expect(await counted()).toBe(1);
    world.pass(DAY_MS);
    await said({ customer: MARIA, text: 'Still no refund.' });
    expect(await counted()).toBe(2);
    await said({ customer: MARIA, text: 'My lawyer will call.' });
    expect(await counted()).toBe(2);
    expect((await view(2))?.contacts?.count).toBe(3);
    const kim = await world.staff('Kim');
    await world.change(1, kim, { verb: 'claim' });
    expect(await counted()).toBe(2);
  });

  it('counts what two sources call alike as two', async () => {
    for (const source of ['reviews', 'surveys'])
      await world.accept({
        source,
        deliveryId: '1',
        receivedAt: world.clock(),
        contentType: 'application/json',
        body: Buffer.from('{}'),
        bodyUntil: world.clock(),
        elements: [
          {
            kind: 'signal',
            signal: {
              kind: 'mention',
              occurredAt: world.clock(),
              tags: [],
              customer: MARIA,
              text: 'A refund, or my lawyer will call.',
              externalId: '7',
            },
          },
        ],
      });
    await world.triageAll();
    expect((await view(1))?.contacts?.count).toBe(2);
  });

  it('counts those of one batch together, also where some need nobody', async () => {
    await said(
      { customer: MARIA, kind: 'praise', text: 'Thank you.' },
      { customer: MARIA, text: 'A refund?' },
      { customer: MARIA, text: 'Refund!' },
      { customer: { id: 'other' }, text: 'A refund?' },
    );
    const { views } = await world.database.transaction((store) => store.listAlerts({ show: 'all' }, 9));
    expect(views.map(({ contacts }) => contacts?.count).toSorted()).toEqual([1, 3]);
  });

  it('counts a rating and the comment that follows it once, at once or later, and no score stands before itself', async () => {
    const rating = {
      customer: MARIA,
      kind: 'survey',
      externalId: 'answer-1',
      conversationId: 'chat-1',
      score: { metric: 'csat', value: 1, scale: { min: 1, max: 5 } },
    } as const;
    const wordless = { text: undefined } as object;
    await said({ ...rating, ...wordless });
    world.pass(60_000);
    await said({ ...rating, text: 'Nobody read what I wrote.' });
    expect((await view(1))?.contacts?.count).toBe(1);
    await said({ ...rating, conversationId: 'chat-2', text: 'Still nobody.' });
    expect((await view(1))?.contacts?.count).toBe(1);
    expect(await view(1)).not.toHaveProperty('previousScore');
    expect(await view(2)).toBeUndefined();
    await said(
      { ...rating, externalId: 'answer-2', ...wordless },
      { ...rating, externalId: 'answer-2', text: 'Once more.' },
    );
    expect((await view(1))?.contacts?.count).toBe(2);
  });

  it('goes by when it was said, and what is delivered late does not take it back', async () => {
    await said({ customer: MARIA });
    const ago = (days: number) => new Date(world.clock().getTime() - days * DAY_MS);
    const newest = world.clock();
    await said({ customer: MARIA, text: 'A refund, days ago.', occurredAt: ago(9) });
    expect((await view(1))?.contacts).toEqual({ count: 1, since: newest, newest });
    await said({ customer: MARIA, text: 'Refund, now.' });
    expect((await view(1))?.contacts).toEqual({ count: 3, since: ago(9), newest });
  });

  it('is counted no further than it is told, and is not known of nobody', async () => {
    await said(
      ...Array.from({ length: 60 }, () => ({ customer: MARIA, kind: 'praise' as const, text: 'Hi' })),
    );
    await said({ customer: MARIA }, {});
    expect((await view(1))?.contacts?.count).toBe(51);
    expect(await view(2)).not.toHaveProperty('contacts');
  });

  it('of alerts that were there before is filled in by the migration', async () => {
    await said({ customer: MARIA, kind: 'praise', text: 'Thank you.' });
    world.pass(9 * DAY_MS);
    await said({ customer: MARIA });
    const { contacts } = (await view(1))!;
    expect(contacts).toMatchObject({ count: 2 });
    const { pool } = world.database;
    await pool.query('update alerts set contacts = null, contacts_since = null, contacts_newest = null');
    expect(await view(1)).not.toHaveProperty('contacts');
    const migration = readFileSync('migrations/0008-customers.sql', 'utf8');
    await pool.query(/update alerts a set contacts[\s\S]*?;/u.exec(migration)![0]);
    expect((await view(1))?.contacts).toEqual(contacts);
  });
});
