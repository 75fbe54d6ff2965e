import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/storage/migrate.js';
import { createSeenRequests } from '../../src/storage/seen-requests.js';
import { keepHouse } from '../../src/use-cases/keep-house.js';
import { rememberUsers } from '../../src/use-cases/know-staff.js';
import { quietLog } from '../quiet-log.js';
import { createWorld, type World } from '../world.js';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.database.close());

const people = () => ({ transaction: world.database.transaction, clock: world.clock, newId: world.newId });
const member = (platform: 'slack' | 'desk', userId: string, more: object = {}) =>
  ({ platform, userId, name: 'Kim', standing: 'member', ...more }) as const;

describe('staff', () => {
  const staffOf = (platform: 'slack' | 'desk', userId: string) =>
    world.database.transaction((store) => store.findUser(platform, userId));

  it('with the same e-mail address on two platforms are one person', async () => {
    await rememberUsers(people(), [member('desk', 'd', { email: 'Kim@acme.example' })]);
    await rememberUsers(people(), [member('slack', 'U1', { email: 'kim@ACME.example' })]);
    expect((await staffOf('slack', 'U1'))?.staff.id).toBe((await staffOf('desk', 'd'))?.staff.id);
  });

  it('from another organisation are nobody we know, whatever address they give', async () => {
    await rememberUsers(people(), [member('desk', 'd', { email: 'kim@acme.example' })]);
    await rememberUsers(people(), [
      member('slack', 'U2', { email: 'kim@acme.example', standing: 'stranger' }),
    ]);
    expect((await staffOf('slack', 'U2'))?.staff.id).not.toBe((await staffOf('desk', 'd'))?.staff.id);
  });

  it('who left are known and no longer listed among those who may act', async () => {
    await rememberUsers(people(), [member('slack', 'U3')]);
    await rememberUsers(people(), [member('slack', 'U3', { standing: 'gone' })]);
    expect((await staffOf('slack', 'U3'))?.standing).toBe('gone');
    expect(await world.database.transaction((store) => store.listStaff())).toEqual([]);
  });
});

describe('a request seen before', () => {
  it('is in progress until it is done, and done for ever after', async () => {
    const seen = createSeenRequests(world.database.transaction);
    expect(await seen.begin('event-1', world.clock())).toBe('new');
    expect(await seen.begin('event-1', world.clock())).toBe('in_progress');
    await seen.done('event-1');
    expect(await seen.begin('event-1', world.clock())).toBe('done');
  });

  it('is new again when its work was given up, or its process died over it', async () => {
    const seen = createSeenRequests(world.database.transaction);
    await seen.begin('given up', world.clock());
    await seen.giveUp('given up');
    expect(await seen.begin('given up', world.clock())).toBe('new');
    await seen.begin('died', world.clock());
    world.pass(61_000);
    expect(await seen.begin('died', world.clock())).toBe('new');
  });

  it('by many at once is new to one of them', async () => {
    const seen = createSeenRequests(world.database.transaction);
    const answers = await Promise.all(Array.from({ length: 10 }, () => seen.begin('race', world.clock())));
    expect(answers.filter((answer) => answer === 'new')).toHaveLength(1);
  });
});

describe('the house', () => {
  it('forgets raw bodies when their time has come and keeps what was read of them', async () => {
    await world.hear({ customer: { id: 'maria' } });
    await world.triageAll();
    const bodies = async () =>
      (await world.database.pool.query('select 1 from deliveries where body is not null')).rowCount;
    await keepHouse(people());
    expect(await bodies()).toBe(1);
    world.pass(86_400_001);
    await keepHouse(people());
    expect(await bodies()).toBe(0);
    expect(await world.database.transaction((store) => store.viewAlert(1))).toBeDefined();
  });
});

describe('what a language model answered', () => {
  it('is forgotten after a month, and how often it was asked with it', async () => {
    const key = Buffer.from('a question');
    await world.database.transaction(async (store) => {
      store.keepAnswer(key, { quote: 'words of a customer' }, world.clock());
      await store.spendCall('2026-11-20', 5);
    });
    const kept = () => world.database.transaction((store) => store.keptAnswer(key));
    const calls = async () => (await world.database.pool.query('select 1 from model_calls')).rowCount;
    world.pass(29 * 86_400_000);
    await keepHouse(people());
    expect([await kept(), await calls()]).toEqual([{ quote: 'words of a customer' }, 1]);
    world.pass(2 * 86_400_000);
    await keepHouse(people());
    expect([await kept(), await calls()]).toEqual([undefined, 0]);
  });
});

describe('migrations', () => {
  it('are there already, and run by four starters at once change nothing', async () => {
    const applied = await Promise.all(
      Array.from({ length: 4 }, () => migrate(world.database.pool, quietLog)),
    );
    expect(applied.flat()).toEqual([]);
  });
});

describe('the desk reads', () => {
  it('a stream page by page, newest first, and is not led astray by a position that is none', async () => {
    await world.hear(...['a', 'b', 'c'].map((id) => ({ customer: { id } })));
    await world.triageAll();
    await world.database.pool.query(
      `update messages set state = 'posted', reference = id::text, posted_at = now()`,
    );
    const page = (before?: string) =>
      world.database.transaction((store) =>
        store.deskStream('support', { limit: 2, ...(before && { before }) }),
      );
    const first = await page();
    const second = await page(first.at(-1)?.position);
    expect([...first, ...second].flatMap((post) => ('view' in post ? post.view.alert.number : []))).toEqual([
      3, 2, 1,
    ]);
    expect(await page(`'; drop table alerts; --`)).toEqual(first);
  });

  it('what every source sent and when it last did', async () => {
    await world.hear({}, {});
    const [activity] = await world.database.transaction((store) => store.sourceActivity());
    expect(activity).toEqual({ source: 'voice', signals: 2, lastAt: world.clock() });
  });
});
