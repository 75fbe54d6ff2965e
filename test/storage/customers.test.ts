import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../src/domain/customer.js';
import { nameWords } from '../../src/domain/name-words.js';
import type { Signal } from '../../src/domain/signal.js';
import { soughtCustomer } from '../../src/domain/sought-customer.js';
import { findCustomers } from '../../src/use-cases/read-customers.js';
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

const find = (typed: string, limit = 10) =>
  world.database.transaction((store) => findCustomers(store, soughtCustomer(typed, ['voice']), limit));

/** The names of those found. */
async function names(typed: string, limit?: number): Promise<readonly (string | undefined)[]> {
  const found = await find(typed, limit);
  return found.outcome === 'found' ? found.customers.map(({ customer }) => customer.name) : [];
}

async function idOf(typed: string): Promise<string> {
  const found = await find(typed);
  if (found.outcome !== 'found') throw new Error(`nobody is found by ${typed}`);
  return found.customers[0]!.customer.id;
}

const view = (alert: number) => world.database.transaction((store) => store.viewAlert(alert));

describe('customers are found', () => {
  beforeEach(async () => {
    await said(
      { customer: MARIA, account: { id: 'acme', name: 'Acme', tier: 'gold' } },
      { customer: { id: 'M-2', name: 'Maria Lopes' } },
      { customer: { id: 'L-1', name: 'Łukasz Großmann' }, author: { handle: 'LukeG' } },
      { customer: { id: 'maria', name: 'Bo Chen' } },
    );
  });

  it.each([
    ['maria@acme.example', ['María López']],
    ['MARIA@ACME.EXAMPLE', ['María López']],
    ['M-1', ['María López']],
    ['m-1', ['María López']],
    ['CX-1', ['María López']],
    ['@lukeg', ['Łukasz Großmann']],
    ['LOPEZ', ['María López']],
    ['lop', ['María López', 'Maria Lopes']],
    ['lopez mar', ['María López']],
    ['lukasz grossm', ['Łukasz Großmann']],
    ['Łukasz', ['Łukasz Großmann']],
    ['opez', []],
    ['lopez anna', []],
    [`' or true --`, []],
    ['%', []],
    [`lop':* | 'bo`, []],
  ])('by %j', async (typed, whom) => {
    expect((await names(typed)).toSorted()).toEqual([...whom].toSorted());
  });

  it('by what names one only before anybody is by name', async () => {
    expect(await names('maria')).toEqual(['Bo Chen']);
  });

  it('who is called exactly so first, then who was heard last, and no more than are asked for', async () => {
    await said({ customer: { id: 'M-3', name: 'Maria Lopes-Ruiz' } });
    world.pass(DAY_MS);
    await said({ customer: { id: 'M-4', name: 'Lopes Maria Ana' } });
    expect(await names('lopes maria')).toEqual(['Maria Lopes', 'Lopes Maria Ana', 'Maria Lopes-Ruiz']);
    expect(await find('lopes', 2)).toMatchObject({ outcome: 'found', more: true });
    expect(await names('lopes', 2)).toHaveLength(2);
  });

  it('by an alert that there is, with somebody behind it', async () => {
    await said({});
    expect(await find('CX-99')).toEqual({ outcome: 'no_alert', alert: 99 });
    expect(await find('CX-5')).toEqual({ outcome: 'nobody_behind', alert: 5 });
  });

  it('under the name they have now and whatever is known of them, the newest alert with it', async () => {
    await said({ customer: { id: 'M-1', name: 'Maria Ruiz' } });
    expect(await names('lopez')).toEqual([]);
    expect(await find('ruiz')).toMatchObject({
      customers: [{ customer: { email: 'Maria@Acme.example' }, account: { tier: 'gold' }, alert: 1 }],
    });
    await said({ customer: { id: 'M-1' }, text: 'A lawyer?' });
    expect(await names('ruiz')).toEqual(['Maria Ruiz']);
  });

  it('whoever was heard last first, where nobody is looked for', async () => {
    world.pass(DAY_MS);
    await said({ customer: { id: 'M-2' } }, {});
    const recent = await world.database.transaction((store) => store.recentCustomers(2));
    expect(recent).toHaveLength(2);
    expect(recent[0]?.customer.name).toBe('Maria Lopes');
  });
});

describe('names that were heard before they could be looked for', () => {
  const NAMES = [
    'María López',
    "Siobhán O'Brien-Smith",
    'ŁUKASZ Großmann',
    'Søren Þór',
    '王小明',
    '...',
    ' Мария  Й ',
  ];

  it('have the words by the migration that they would have by being heard', async () => {
    await said(...NAMES.map((name, at) => ({ customer: { id: `c${at}`, name } })));
    const { pool } = world.database;
    const read = async () =>
      (
        await pool.query<{ name: string; words: string[] }>(
          'select name, tsvector_to_array(name_words) as words from customers order by name',
        )
      ).rows;
    const heard = await read();
    await pool.query('update customers set name_words = null');
    const migration = readFileSync('migrations/0008-customers.sql', 'utf8');
    await pool.query(/update customers set name_words[\s\S]*?;/u.exec(migration)![0]);
    expect(await read()).toEqual(heard);
    expect(
      heard.every(({ name, words }) => words.toSorted().join() === nameWords(name).toSorted().join()),
    ).toBe(true);
  });
});

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

describe('a timeline', () => {
  const profileOf = async (typed: string, open: number) => {
    const id = await idOf(typed);
    return world.database.transaction((store) => store.customerProfile(id, open));
  };
  const read = (id: string, limit: number, before?: string): Promise<readonly TimelineEntry[]> =>
    world.database.transaction((store) => store.customerTimeline(id, { limit, ...(before && { before }) }));
  const told = (entries: readonly TimelineEntry[]) =>
    entries.map((entry) => (entry.kind === 'voice' ? entry.signal.text : entry.event.event.kind));

  beforeEach(async () => {
    await said({ customer: MARIA, kind: 'praise', text: 'one' });
    world.pass(DAY_MS);
    await said(
      { customer: MARIA, text: 'two', channel: 'phone' },
      { customer: { id: 'other' }, text: 'not mine' },
    );
    const kim = await world.staff('Kim');
    await world.change(1, kim, { verb: 'claim' });
    world.pass(60_000);
    await world.change(1, kim, {
      verb: 'promise',
      due: new Date(world.clock().getTime() + 3_600_000),
      timeZone: 'UTC',
    });
    world.pass(60_000);
    await world.change(1, kim, { verb: 'log_contact', channel: 'call', result: 'reached', note: 'all well' });
    await world.change(1, kim, { verb: 'resolve', outcome: 'recovered', rootCause: 'refunds' });
    world.pass(DAY_MS);
    await said({
      customer: MARIA,
      text: 'three',
      score: { metric: 'csat', value: 5, scale: { min: 1, max: 5 } },
    });
  });

  it('is what was said and what was done, newest first, with what came of it', async () => {
    const entries = await read(await idOf('M-1'), 10);
    expect(told(entries)).toEqual(['three', 'contacted', 'promised', 'two', 'one']);
    expect(entries[1]).toMatchObject({ event: { actor: { name: 'Kim' } }, view: { alert: { number: 1 } } });
    expect(entries[3]).toMatchObject({ view: { alert: { state: 'resolved', outcome: 'recovered' } } });
    expect(entries[4]).toMatchObject({ reason: expect.any(String) });
    expect(entries[4]).not.toHaveProperty('view');
  });

  it('is read page by page, and is not led astray by a place that is none', async () => {
    const id = await idOf('M-1');
    const pages: string[] = [];
    let before: string | undefined;
    for (;;) {
      const page = await read(id, 2, before);
      if (page.length === 0) break;
      pages.push(told(page).join());
      before = page.at(-1)?.position;
    }
    expect(pages).toEqual(['three,contacted', 'promised,two', 'one']);
    const first = told(await read(id, 2));
    for (const place of [`'; drop table signals; --`, '1-x', `${'9'.repeat(15)}-${id}`])
      expect(told(await read(id, 2, place))).toEqual(first);
  });

  it('stands beside what is known of its customer', async () => {
    const profile = await profileOf('M-1', 5);
    expect(profile).toMatchObject({
      customer: { name: 'María López' },
      heard: { count: 3, newest: world.clock() },
      contacts: { count: 3 },
      standings: [
        { metric: 'csat', answers: 2, mean: { value: 3.5 }, newest: { value: 5 }, previous: { value: 2 } },
      ],
      open: { views: [], total: 0 },
      promises: { made: 1, kept: 1, late: 0, broken: 0 },
      entries: 5,
    });
    await said({ customer: MARIA, text: 'My lawyer!' }, { customer: MARIA, text: 'Refund!' });
    const later = await profileOf('M-1', 1);
    expect(later?.open.total).toBe(2);
    expect(later?.open.views.map(({ alert }) => alert.severity)).toEqual(['critical']);
  });

  it('of nobody is nothing', async () => {
    const nobody = '0192f0c1-0000-7000-8000-00000000000a';
    const store = world.database.transaction;
    expect(await store((each) => each.customerProfile(nobody, 5))).toBeUndefined();
    expect(await read(nobody, 5)).toEqual([]);
  });
});
