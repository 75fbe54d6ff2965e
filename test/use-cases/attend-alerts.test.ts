/** Long because all that the clock can say is told in one place. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReminderView } from '../../src/domain/alert-view.js';
import { attendAlerts, type AttendAlertsDeps } from '../../src/use-cases/attend-alerts.js';
import { onServer } from '../database/test-database.js';
import { createWorld, START, type World } from '../world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let world: World;
let kim: string;
let ana: string;

beforeEach(async () => {
  world = await createWorld();
  kim = await world.staff('Kim');
  ana = await world.staff('Ana');
});
afterEach(() => world.database.close());

async function open(...customers: readonly string[]): Promise<void> {
  await world.hear(...customers.map((id) => ({ customer: { id, name: id } })));
  await world.triageAll();
}

const tick = (more: Partial<AttendAlertsDeps> = {}): Promise<void> =>
  attendAlerts({
    transaction: world.database.transaction,
    clock: world.clock,
    newId: world.newId,
    policy: world.policy,
    platforms: ['desk'],
    timeZone: 'UTC',
    changed: () => undefined,
    ...more,
  });

/** The clock as it runs: a tick every minute. */
async function run(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    world.pass(MINUTE);
    await tick();
  }
}

const kinds = async (alert = 1): Promise<readonly string[]> =>
  (await world.database.transaction((store) => store.history(alert))).map(({ event }) => event.kind);

/** What each message to a person holds, oldest first: "Kim: 1 respond_due". */
async function told(): Promise<readonly string[]> {
  const { rows } = await world.database.pool.query<{ name: string; bundle_id: string }>(
    `select s.name, m.bundle_id from messages m join staff s on s.id::text = m.channel where m.role = 'reminder' order by m.seq`,
  );
  const bundles: ReadonlyMap<string, readonly ReminderView[]> = await world.database.transaction((store) =>
    store.reminders(rows.map((row) => row.bundle_id)),
  );
  return rows.map(({ name, bundle_id: id }) =>
    [`${name}:`, ...(bundles.get(id) ?? []).map(({ what, view }) => `${view.alert.number} ${what}`)].join(
      ' ',
    ),
  );
}

/** As the posting loop leaves them. */
const sent = () =>
  world.database.pool.query(
    `update messages set state = 'posted', reference = id::text where role = 'reminder'`,
  );

/** Answered within 240 minutes, resolved within 4,320: the deadlines of the world's normal alerts. */
describe('an alert that nobody claims', () => {
  it('is told in its thread once, when its time to respond is over, and shows it', async () => {
    await open('maria');
    await run(239);
    expect(await kinds()).toEqual(['opened']);
    await run(3);
    expect(await kinds()).toEqual(['opened', 'deadline_missed']);
    const view = await world.database.transaction((store) => store.viewAlert(1));
    expect(view?.alert.respondMissedAt).toEqual(view?.alert.respondBy);
    const lines = await world.database.pool.query(`select 1 from messages where role = 'line' and alert = 1`);
    expect(lines.rowCount).toBe(1);
    expect(await told()).toEqual([]);
  });

  it('is told once however late, after days without a clock', async () => {
    await open('maria');
    world.pass(100 * HOUR);
    await tick();
    await tick();
    expect(await kinds()).toEqual(['opened', 'deadline_missed', 'deadline_missed']);
  });

  it.runIf(onServer)('is told in time though something is written about it at that moment', async () => {
    await open('maria');
    world.pass(5 * HOUR);
    const other = await world.database.pool.connect();
    await other.query('begin');
    await other.query(
      `insert into alert_events (id, alert, at, kind, data) values (gen_random_uuid(), 1, now(), 'post_mortem_offered', '{"count": 5}')`,
    );
    await tick();
    await other.query('rollback');
    other.release();
    expect(await kinds()).toEqual(['opened', 'deadline_missed']);
  });

  it('is told once among hundreds, taken slice by slice in one transaction', async () => {
    await open(...Array.from({ length: 510 }, (_, index) => `c${index}`));
    while ((await world.triageAll()).more);
    world.pass(5 * HOUR);
    await tick({ slicesAtOnce: 2 });
    await tick({ slicesAtOnce: 2 });
    const { rows } = await world.database.pool.query<{ missed: number; alerts: number }>(
      `select count(*)::int as missed, count(distinct alert)::int as alerts from alert_events where kind = 'deadline_missed'`,
    );
    expect(rows).toEqual([{ missed: 510, alerts: 510 }]);
  });

  it('says nothing where it was claimed in time', async () => {
    await open('maria');
    world.pass(239 * MINUTE);
    await world.change(1, kim, { verb: 'claim' });
    await run(5);
    expect(await kinds()).toEqual(['opened', 'claimed']);
  });

  it('begins anew when it is reopened', async () => {
    await open('maria');
    world.pass(5 * HOUR);
    await tick();
    await world.change(1, kim, { verb: 'claim' });
    await world.change(1, kim, { verb: 'resolve', outcome: 'recovered', rootCause: 'x' });
    await tick();
    await world.change(1, kim, { verb: 'reopen' });
    await tick();
    world.pass(5 * HOUR);
    await tick();
    expect((await kinds()).filter((kind) => kind === 'deadline_missed')).toHaveLength(2);
  });
});

describe('the owner', () => {
  it('is reminded a quarter of the time before each deadline and at it, each once', async () => {
    await open('maria');
    await world.change(1, kim, { verb: 'claim' });
    await tick();
    await run(200);
    await sent();
    await run(40);
    await sent();
    expect(await told()).toEqual(['Kim: 1 respond_soon', 'Kim: 1 respond_due']);
    await world.change(1, kim, { verb: 'log_contact', channel: 'call', result: 'reached' });
    world.pass(START.getTime() + 4_320 * MINUTE - 18 * HOUR - MINUTE - world.clock().getTime());
    await tick();
    await sent();
    world.pass(MINUTE);
    await tick();
    await tick();
    await sent();
    expect((await told()).at(-1)).toBe('Kim: 1 resolve_soon');
    world.pass(18 * HOUR);
    await tick();
    expect((await told()).at(-1)).toBe('Kim: 1 resolve_due');
    expect((await kinds()).at(-1)).toBe('deadline_missed');
  });

  it('of many alerts that fall due together, or after downtime, gets one message; so does each other owner', async () => {
    const customers = Array.from({ length: 230 }, (_, index) => `customer-${index}`);
    await open(...customers.slice(0, 115));
    await open(...customers.slice(115));
    for (let alert = 1; alert <= 230; alert += 1)
      await world.change(alert, alert === 7 ? ana : kim, { verb: 'claim' });
    world.pass(50 * HOUR);
    await Promise.all([tick(), tick()]);
    await tick();
    const all = await told();
    expect(all.map((each) => each.split(':')[0]).sort()).toEqual(['Ana', 'Kim']);
    expect(all.find((each) => each.startsWith('Kim'))?.split(' ')).toHaveLength(1 + 2 * 229);
  }, 120_000);

  it('who handed it on hears no more of it; whoever has it now does', async () => {
    await open('maria');
    await world.change(1, kim, { verb: 'claim' });
    world.pass(200 * MINUTE);
    await world.change(1, kim, { verb: 'reassign', to: ana });
    await run(45);
    expect(await told()).toEqual(['Ana: 1 respond_due']);
  });

  it('finds one message, not a heap of them, when a platform was away', async () => {
    await open('maria', 'bo');
    await world.change(1, kim, { verb: 'claim' });
    world.pass(30 * MINUTE);
    await world.change(2, kim, { verb: 'claim' });
    await run(240);
    expect(await told()).toEqual(['Kim: 1 respond_soon 2 respond_soon 1 respond_due 2 respond_due']);
  });

  it('is asked after long silence, again after as long, and not once they said they are on it', async () => {
    await open('maria');
    await world.change(1, kim, { verb: 'claim' });
    await world.change(1, kim, { verb: 'log_contact', channel: 'call', result: 'reached' });
    world.pass(24 * HOUR);
    await tick();
    expect(await told()).toEqual(['Kim: 1 silent']);
    await world.change(1, kim, { verb: 'still_on_it' });
    world.pass(23 * HOUR);
    await tick();
    expect(await told()).toEqual(['Kim: 1 silent']);
    world.pass(HOUR);
    await tick();
    expect((await told()).at(-1)).toContain('silent');
  });
});

describe('a snooze', () => {
  it('holds back what falls due, wakes by itself with a line, and reminds the owner once', async () => {
    await open('maria');
    await world.change(1, kim, { verb: 'claim' });
    await world.change(1, kim, { verb: 'snooze', until: new Date(START.getTime() + 5 * HOUR) });
    await run(299);
    expect(await told()).toEqual([]);
    await run(2);
    expect(await told()).toEqual(['Kim: 1 woken']);
    expect(await kinds()).toEqual(['opened', 'claimed', 'snoozed', 'woken']);
  });

  it('of an open alert ends when somebody claims it, and puts off that its time is over', async () => {
    await open('maria', 'bo');
    const until = new Date(START.getTime() + 5 * HOUR);
    await world.change(1, kim, { verb: 'snooze', until });
    await world.change(2, kim, { verb: 'snooze', until });
    const claimed = await world.change(2, ana, { verb: 'claim' });
    expect(claimed).toMatchObject({ outcome: 'changed', view: { alert: { state: 'claimed' } } });
    expect('view' in claimed && claimed.view.alert.snoozedUntil).toBeUndefined();
    await run(299);
    expect(await kinds(1)).toEqual(['opened', 'snoozed']);
    await run(1);
    expect(await kinds(1)).toEqual(['opened', 'snoozed', 'woken', 'deadline_missed']);
  });

  it('ends when the customer speaks again in a graver way', async () => {
    await world.hear({ customer: { id: 'maria' }, conversationId: 'c1' });
    await world.triageAll();
    await world.change(1, kim, { verb: 'snooze', until: new Date(START.getTime() + 5 * HOUR) });
    await world.hear({ customer: { id: 'maria' }, conversationId: 'c1', text: 'My lawyer will call you.' });
    await world.triageAll();
    const view = await world.database.transaction((store) => store.viewAlert(1));
    expect(view?.alert).toMatchObject({ severity: 'critical', signalCount: 2 });
    expect(view?.alert.snoozedUntil).toBeUndefined();
  });

  it('is refused to who does not own it, and a wake to what is awake', async () => {
    await open('maria');
    expect(await world.change(1, kim, { verb: 'wake' })).toMatchObject({ reason: 'unchanged' });
    await world.change(1, kim, { verb: 'claim' });
    const until = new Date(START.getTime() + HOUR);
    expect(await world.change(1, ana, { verb: 'snooze', until })).toMatchObject({ reason: 'taken' });
  });
});

describe('a promise', () => {
  const due = new Date(START.getTime() + 2 * HOUR);
  beforeEach(async () => {
    await open('maria');
    await world.change(1, kim, { verb: 'claim' });
    await world.change(1, kim, { verb: 'promise', due, timeZone: 'Europe/Madrid' });
  });
  const reach = () => world.change(1, kim, { verb: 'log_contact', channel: 'call', result: 'reached' });
  const outcome = async () => {
    const history = await world.database.transaction((store) => store.history(1));
    const { event } = history.at(-1)!;
    return event.kind === 'contacted' ? event.promise?.outcome : event.kind;
  };

  it('is reminded of 15 and 5 minutes before and when it is due, also while the alert sleeps', async () => {
    await world.change(1, kim, { verb: 'snooze', until: new Date(START.getTime() + 9 * HOUR) });
    await run(121);
    const { rows } = await world.database.pool.query<{ what: string; at: Date }>(
      'select what, at from reminders order by id',
    );
    expect(rows.map(({ what, at }) => `${what} ${(due.getTime() - at.getTime()) / MINUTE}`)).toEqual([
      'promise_soon 15',
      'promise_soon 5',
      'promise_now 0',
    ]);
  });

  it('is kept when the customer was reached in time, late when soon after', async () => {
    world.pass(2 * HOUR + 10 * MINUTE);
    await reach();
    expect(await outcome()).toBe('kept');
    await world.change(1, kim, {
      verb: 'promise',
      due: new Date(world.clock().getTime() + MINUTE),
      timeZone: 'UTC',
    });
    world.pass(40 * MINUTE);
    await tick();
    await reach();
    expect(await outcome()).toBe('late');
  });

  it('is broken an hour later, once, and on record', async () => {
    await run(185);
    expect((await kinds()).filter((kind) => kind === 'promise_broken')).toHaveLength(1);
    await world.change(1, kim, { verb: 'log_contact', channel: 'call', result: 'no_answer' });
    const view = await world.database.transaction((store) => store.viewAlert(1));
    expect(view?.alert.promisedAt).toBeUndefined();
  });

  it('is not settled by a call that nobody answered', async () => {
    await world.change(1, kim, { verb: 'log_contact', channel: 'call', result: 'no_answer' });
    const view = await world.database.transaction((store) => store.viewAlert(1));
    expect(view?.alert.promisedAt).toEqual(due);
    expect(view?.alert.contactedAt).toBeUndefined();
  });
});

it('a next contact reminds its owner then', async () => {
  await open('maria');
  await world.change(1, kim, { verb: 'claim' });
  const next = new Date(START.getTime() + 30 * MINUTE);
  await world.change(1, kim, { verb: 'log_contact', channel: 'email', result: 'declined', next });
  await run(31);
  expect(await told()).toEqual(['Kim: 1 contact_due']);
});

it('what is mine is listed by what is due first, as the domain has it', async () => {
  await open('a', 'b', 'c', 'd');
  for (const alert of [1, 2, 3, 4]) await world.change(alert, kim, { verb: 'claim' });
  const at = (minutes: number) => new Date(START.getTime() + minutes * MINUTE);
  await world.change(1, kim, { verb: 'snooze', until: at(10_000) });
  await world.change(2, kim, { verb: 'log_contact', channel: 'call', result: 'reached' });
  await world.change(4, kim, { verb: 'promise', due: at(30), timeZone: 'UTC' });
  const filter = { show: 'mine', staffId: kim, order: 'due' } as const;
  const { views } = await world.database.transaction((store) => store.listAlerts(filter, 10));
  expect(views.map(({ alert }) => alert.number)).toEqual([4, 3, 2, 1]);
});
