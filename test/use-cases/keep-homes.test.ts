import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createHomesRound,
  type KeepHomesDeps,
  type PublishHome,
  type Published,
} from '../../src/use-cases/keep-homes.js';
import { rememberUsers } from '../../src/use-cases/know-staff.js';
import { createWorld, type World } from '../world.js';

const SECOND = 1_000;
const USER = 'U0KIM00001';

let world: World;
let kim: string;
/** What was shown to whom: "U0KIM00001: 1 2", with the mark it was to replace. */
let shown: string[];
let answer: (nth: number) => Published;

beforeEach(async () => {
  world = await createWorld();
  shown = [];
  answer = (nth) => ({ outcome: 'shown', mark: `mark-${nth}` });
  kim = await member(USER, 'Kim');
});
afterEach(() => world.database.close());

const remember = (userId: string, name: string, standing: 'member' | 'guest') =>
  rememberUsers({ ...world, transaction: world.database.transaction }, [
    { platform: 'slack', userId, name, standing },
  ]);

async function member(userId: string, name: string): Promise<string> {
  await remember(userId, name, 'member');
  const found = await world.database.transaction((store) => store.findUser('slack', userId));
  return found!.staff.id;
}

const publish: PublishHome = ({ userId, mark }, { views }) => {
  const numbers = views.map(({ alert }) => alert.number).join(' ');
  shown.push(`${userId}: ${numbers || 'nothing'}${mark === undefined ? '' : ` over ${mark}`}`);
  return Promise.resolve(answer(shown.length));
};

const roundWith = (more: Partial<KeepHomesDeps> = {}) =>
  createHomesRound({
    platform: 'slack',
    transaction: world.database.transaction,
    clock: world.clock,
    publish,
    ready: () => true,
    perMinute: 40,
    ...more,
  });

const opens = (userId = USER, staffId = kim, mark?: string) =>
  world.database.transaction((store) =>
    store.openHome({
      platform: 'slack',
      userId,
      staffId,
      at: world.clock(),
      ...(mark !== undefined && { mark }),
    }),
  );

async function claimed(...customers: readonly string[]): Promise<void> {
  await world.hear(...customers.map((id) => ({ customer: { id, name: id } })));
  await world.triageAll();
  for (let number = 1; number <= customers.length; number += 1)
    await world.change(number, kim, { verb: 'claim' });
}

describe('a page of one’s own', () => {
  it('that nobody opened is never shown, whatever happens', async () => {
    await claimed('maria');
    await roundWith()();
    expect(shown).toEqual([]);
  });

  it('is shown when it is opened, and again when something of its person changes, over what it showed before', async () => {
    const round = roundWith();
    await claimed('maria', 'bo');
    await opens();
    await round();
    await round();
    expect(shown).toEqual([`${USER}: 1 2`]);
    world.pass(5 * SECOND);
    await round();
    await world.change(1, kim, { verb: 'release' });
    await round();
    await world.change(2, kim, { verb: 'snooze', until: new Date(world.clock().getTime() + 1e7) });
    world.pass(5 * SECOND);
    await round();
    expect(shown.slice(1)).toEqual([`${USER}: 2 over mark-1`, `${USER}: 2 over mark-2`]);
  });

  it('shows several changes of a few seconds as one, the newest state', async () => {
    const round = roundWith();
    await claimed('maria', 'bo');
    await opens();
    await round();
    await world.change(1, kim, { verb: 'release' });
    await round();
    world.pass(SECOND);
    await world.change(2, kim, { verb: 'release' });
    await round();
    expect(shown).toHaveLength(1);
    world.pass(SECOND);
    await round();
    expect(shown.slice(1)).toEqual([`${USER}: nothing over mark-1`]);
  });

  it('opened again is shown at once, and knows from the platform what stands there', async () => {
    const round = roundWith();
    await opens();
    await round();
    world.pass(SECOND);
    await opens(USER, kim, 'other');
    await round();
    expect(shown).toEqual([`${USER}: nothing`, `${USER}: nothing over other`]);
  });

  it('that stands otherwise than was thought is shown once more, over whatever stands there', async () => {
    const round = roundWith();
    await opens(USER, kim, 'old');
    answer = () => ({ outcome: 'unsure' });
    await round();
    answer = (nth) => ({ outcome: 'shown', mark: `mark-${nth}` });
    world.pass(5 * SECOND);
    await round();
    world.pass(5 * SECOND);
    await round();
    expect(shown).toEqual([`${USER}: nothing over old`, `${USER}: nothing`]);
  });

  it('that the platform will not take is not offered again before it has changed', async () => {
    const round = roundWith();
    answer = () => ({ outcome: 'refused' });
    await opens();
    await round();
    world.pass(60 * SECOND);
    await round();
    expect(shown).toHaveLength(1);
    await claimed('maria');
    await round();
    expect(shown).toHaveLength(2);
  });

  it('waits as long as the platform asks for', async () => {
    const round = roundWith();
    answer = () => ({ outcome: 'later', afterMs: 30 * SECOND });
    await opens();
    await round();
    world.pass(29 * SECOND);
    await opens();
    expect(await round()).toBe(SECOND);
    expect(shown).toHaveLength(1);
    world.pass(SECOND);
    await round();
    expect(shown).toHaveLength(2);
  });

  it('is shown to no more people in a minute than the platform takes, the latest to open it first', async () => {
    const round = roundWith({ perMinute: 2 });
    for (const each of ['U0A', 'U0B', 'U0C']) {
      world.pass(1);
      await opens(each, await member(each, each));
    }
    await round();
    await round();
    expect(shown.map((each) => each.slice(0, 3))).toEqual(['U0C', 'U0B']);
    world.pass(60 * SECOND);
    await round();
    expect(shown.map((each) => each.slice(0, 3))).toEqual(['U0C', 'U0B', 'U0A']);
  });

  it('is not shown to whoever is no member any more, nor kept up to date a week after it was opened', async () => {
    const round = roundWith();
    await opens();
    await remember(USER, 'Kim', 'guest');
    await round();
    expect(shown).toEqual([]);
    await remember(USER, 'Kim', 'member');
    world.pass(8 * 86_400 * SECOND);
    await round();
    expect(shown).toEqual([]);
  });

  it('is shown by one of two processes', async () => {
    await opens();
    await Promise.all([roundWith()(), roundWith()()]);
    expect(shown).toEqual([`${USER}: nothing`]);
  });
});
