import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorld, type World } from '../world.js';

let world: World;
let kim: string;
let ana: string;

beforeEach(async () => {
  world = await createWorld();
  await world.hear({ customer: { id: 'maria', name: 'Maria' } });
  await world.triageAll();
  kim = await world.staff('Kim');
  ana = await world.staff('Ana');
});
afterEach(() => world.database.close());

const history = async () =>
  (await world.database.transaction((store) => store.history(1))).map(({ event }) => event.kind);

it('the first to claim owns it; the second learns who and since when, and nothing changes', async () => {
  await world.change(1, kim, { verb: 'claim' });
  const before = await history();
  const second = await world.change(1, ana, { verb: 'claim' });
  expect(second).toMatchObject({
    outcome: 'refused',
    reason: 'taken',
    view: { owner: { name: 'Kim' }, alert: { claimedAt: world.clock() } },
  });
  expect(await history()).toEqual(before);
});

it('of fifty who claim at once one owns it and forty-nine are told who', async () => {
  const people = await Promise.all(Array.from({ length: 50 }, (_, index) => world.staff(`Person ${index}`)));
  const results = await Promise.all(people.map((person) => world.change(1, person, { verb: 'claim' })));
  const winners = results.filter(({ outcome }) => outcome === 'changed');
  const owners = new Set(results.map((result) => ('view' in result ? result.view.owner?.id : undefined)));
  expect(winners).toHaveLength(1);
  expect(owners.size).toBe(1);
  expect(await history()).toEqual(['opened', 'claimed']);
});

it('the whole way: claimed, taken over, handed on, released, claimed, resolved, reopened', async () => {
  await world.change(1, kim, { verb: 'claim' });
  await world.change(1, ana, { verb: 'take_over', why: 'Kim is away' });
  await world.change(1, ana, { verb: 'reassign', to: kim });
  await world.change(1, kim, { verb: 'release' });
  await world.change(1, ana, { verb: 'claim' });
  const resolved = await world.change(1, ana, {
    verb: 'resolve',
    outcome: 'recovered',
    rootCause: 'refund stuck',
    note: 'called',
  });
  expect(resolved).toMatchObject({
    outcome: 'changed',
    view: { alert: { state: 'resolved', outcome: 'recovered' }, closedBy: { name: 'Ana' } },
  });
  const reopened = await world.change(1, kim, { verb: 'reopen' });
  expect(reopened).toMatchObject({ outcome: 'changed', view: { alert: { state: 'open' } } });
  expect(await history()).toEqual([
    'opened',
    'claimed',
    'taken_over',
    'reassigned',
    'released',
    'claimed',
    'resolved',
    'reopened',
  ]);
});

it('a late click on a resolved alert changes nothing and says who resolved it', async () => {
  await world.change(1, kim, { verb: 'claim' });
  await world.change(1, kim, { verb: 'resolve', outcome: 'recovered', rootCause: 'x' });
  const late = await world.change(1, ana, { verb: 'claim' });
  expect(late).toMatchObject({ outcome: 'refused', reason: 'closed', view: { closedBy: { name: 'Kim' } } });
});

it('a resolved alert whose matter is open again elsewhere stays closed and names the other', async () => {
  await world.change(1, kim, { verb: 'claim' });
  await world.change(1, kim, { verb: 'resolve', outcome: 'recovered', rootCause: 'x' });
  await world.hear({ customer: { id: 'maria', name: 'Maria' } });
  await world.triageAll();
  const reopened = await world.change(1, kim, { verb: 'reopen' });
  expect(reopened).toMatchObject({
    outcome: 'refused',
    reason: 'superseded',
    newer: expect.any(Number) as number,
  });
});

it('another severity brings the deadlines that go with it', async () => {
  const raised = await world.change(1, kim, { verb: 'change_severity', to: 'critical', why: 'press' });
  if (raised.outcome !== 'changed') throw new Error(raised.outcome);
  const { openedAt, respondBy } = raised.view.alert;
  expect(respondBy.getTime() - openedAt.getTime()).toBe(15 * 60_000);
});

it('an alert that does not exist is said not to', async () => {
  expect(await world.change(404, kim, { verb: 'claim' })).toEqual({ outcome: 'not_found', alert: 404 });
});
