import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
