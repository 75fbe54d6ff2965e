import { afterEach, beforeEach, expect, it } from 'vitest';
import { nextHours } from '../../src/conversation/next-hours.js';
import type { Policy } from '../../src/domain/policy.js';
import { attendAlerts } from '../../src/use-cases/attend-alerts.js';
import { createWorld, START, type World } from '../world.js';

const MINUTE_MS = 60_000;
const MADRID = 'Europe/Madrid';

let world: World;
let policy: Policy;
let kim: string;
beforeEach(async () => {
  world = await createWorld();
  const hours = { timeZone: MADRID, weekdays: [0, 1, 2, 3, 4], from: 9 * 60, to: 18 * 60 };
  policy = {
    ...world.policy,
    teams: world.policy.teams.map((team) => ({ ...team, workingHours: hours })),
  };
  kim = await world.staff('Kim');
  await world.hear({});
  await world.triageAll();
});
afterEach(() => world.database.close());

const tick = (): Promise<void> =>
  attendAlerts({
    ...world,
    transaction: world.database.transaction,
    policy,
    platforms: ['desk'],
    timeZone: 'UTC',
    changed: () => undefined,
  });
const view = async () => (await world.database.transaction((store) => store.viewAlert(1)))!;
const kinds = async (): Promise<readonly string[]> =>
  (await world.database.transaction((store) => store.history(1))).map(({ event }) => event.kind);
const wait = (until: Date): void => world.pass(until.getTime() - world.clock().getTime());

/** As the posting loop leaves it. */
const posted = () =>
  world.database.pool.query(
    `update messages set state = 'posted', reference = id::text, posted_revision = wanted_revision where role = 'card'`,
  );
const cardIsWanted = async (): Promise<boolean> => {
  const { rows } = await world.database.pool.query<{ wanted: boolean }>(
    `select state = 'wanted' and wanted_revision > posted_revision as wanted from messages where role = 'card'`,
  );
  return rows[0]?.wanted ?? false;
};

it('on a Friday an alert sleeps until Monday at nine on the clocks of its team, and wakes once by itself', async () => {
  await world.change(1, kim, { verb: 'claim' });
  const { at: until } = nextHours({ policy, clock: world.clock, timeZone: 'UTC' }, await view());
  expect([START.toISOString(), until.toISOString()]).toEqual([
    '2026-11-20T09:00:00.000Z',
    '2026-11-23T08:00:00.000Z',
  ]);
  await world.change(1, kim, { verb: 'snooze', until });
  expect(await view()).toMatchObject({ alert: { snoozedUntil: until }, snoozedBy: { name: 'Kim' } });
  await posted();
  wait(new Date(until.getTime() - MINUTE_MS));
  await tick();
  expect(await kinds()).not.toContain('woken');
  expect(await cardIsWanted()).toBe(false);

  wait(until);
  await Promise.all([tick(), tick()]);
  await Promise.all([tick(), tick()]);
  expect((await kinds()).filter((kind) => kind === 'woken')).toHaveLength(1);
  const { alert, snoozedBy } = await view();
  expect([alert.snoozedUntil, snoozedBy]).toEqual([undefined, undefined]);
  expect(await cardIsWanted()).toBe(true);
  const { rows } = await world.database.pool.query<{ what: string }>(`select what from reminders`);
  expect(rows.filter(({ what }) => what === 'woken')).toHaveLength(1);
});
