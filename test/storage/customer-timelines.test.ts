import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../src/domain/customer.js';
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

async function idOf(typed: string): Promise<string> {
  const sought = soughtCustomer(typed, ['voice']);
  const found = await world.database.transaction((store) => findCustomers(store, sought, 1));
  if (found.outcome !== 'found') throw new Error(`nobody is found by ${typed}`);
  return found.customers[0]!.customer.id;
}

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
    expect(entries[4]).toHaveProperty('reason');
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

  it('counts a promise once, however often it was moved, and what closing its alert made of it', async () => {
    const kim = await world.staff('Kim');
    const inHours = (hours: number): Date => new Date(world.clock().getTime() + hours * 3_600_000);
    for (const outcome of ['recovered', 'no_reply'] as const) {
      await said({ customer: MARIA, text: `Refund, ${outcome}` });
      const alert = outcome === 'recovered' ? 3 : 4;
      await world.change(alert, kim, { verb: 'claim' });
      await world.change(alert, kim, { verb: 'promise', due: inHours(1), timeZone: 'UTC' });
      await world.change(alert, kim, { verb: 'promise', due: inHours(2), timeZone: 'UTC' });
      await world.change(alert, kim, { verb: 'resolve', outcome, rootCause: 'refunds' });
    }
    const profile = await profileOf('M-1', 5);
    expect(profile?.promises).toEqual({ made: 3, kept: 2, late: 0, broken: 1 });
    expect(profile?.entries).toBe(11);
  });

  it('of nobody is nothing', async () => {
    const nobody = '0192f0c1-0000-7000-8000-00000000000a';
    const store = world.database.transaction;
    expect(await store((each) => each.customerProfile(nobody, 5))).toBeUndefined();
    expect(await read(nobody, 5)).toEqual([]);
  });
});
