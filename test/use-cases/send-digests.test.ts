/** Long because all that can come between a digest and its day is told in one place. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ZonedAudience } from '../../src/domain/digest/audience.js';
import { latestRun } from '../../src/domain/digest/schedule.js';
import { dayAt } from '../../src/domain/zoned-time.js';
import { rememberUsers } from '../../src/use-cases/know-staff.js';
import { sendDigests, type SendDigestsDeps } from '../../src/use-cases/send-digests.js';
import { createFraction } from '../counterparts/frame/seeded-fraction.js';
import { createWorld, START, type World } from '../world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

let world: World;
let notices: Map<string, string>;
let wanted: number;
beforeEach(async () => {
  world = await createWorld();
  notices = new Map();
  wanted = 0;
});
afterEach(() => world.database.close());

function audience(name: string, more: Partial<ZonedAudience> = {}): ZonedAudience {
  return {
    name,
    kind: 'leadership',
    minutes: 8 * 60,
    timeZone: 'Europe/Madrid',
    weekdays: EVERY_DAY,
    teams: [],
    to: { channelsOf: [], channels: {}, people: [] },
    quiet: 'line',
    ...more,
  };
}

/** One process; each call is one of its ticks. */
const tick = (audiences: readonly ZonedAudience[], more: Partial<SendDigestsDeps> = {}): Promise<void> =>
  sendDigests({
    transaction: world.database.transaction,
    audiences,
    channelsOf: (team) => world.policy.teams.find(({ name }) => name === team)?.channels ?? {},
    fallbackTeam: 'fallback',
    silence: {},
    platforms: ['desk', 'slack', 'teams'],
    threaded: ['slack'],
    clock: world.clock,
    newId: world.newId,
    notices: {
      set: (key, text) => Promise.resolve(void notices.set(key, text)),
      clear: (key) => Promise.resolve(void notices.delete(key)),
    },
    changed: () => (wanted += 1),
    ...more,
  });

/** "leadership 2026-11-21 desk lobby": every message that a digest made. */
async function sent(): Promise<readonly string[]> {
  const { rows } = await world.database.pool.query<{ line: string }>(
    `select concat_ws(' ', d.audience, to_char(d.local_date, 'YYYY-MM-DD'), m.role, m.platform, coalesce(s.name, m.channel)) as line
     from digests d left join messages m on m.report = d.report left join staff s on s.id::text = m.channel and m.to_person
     order by d.local_date, d.audience, m.seq`,
  );
  return rows.map(({ line }) => line);
}

describe('400 days in five zones, with both changes of the clock,', () => {
  const zones = [
    'Europe/Madrid',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'America/Santiago',
  ];
  /** The third and the fifth at a time that is left out in spring, the second at one that comes twice in autumn. */
  const times = [480, 90, 135, 480, 15];

  it('are told once each, by two processes, over restarts and clocks that jump', async () => {
    const audiences = zones.map((timeZone, index) =>
      audience(timeZone, { timeZone, minutes: times[index]! }),
    );
    const told = new Map<string, string[]>(zones.map((zone) => [zone, []]));
    const fraction = createFraction(7);
    let newest = START.getTime();
    let earliest = START;
    await tick(audiences);
    while (newest < START.getTime() + 400 * DAY) {
      const luck = fraction();
      // Mostly some hours; at times nothing ran for days, or the clock is put back.
      const step = luck < 0.005 ? 3 * DAY : luck < 0.05 ? -3 * HOUR : 3 * HOUR + fraction() * 8 * HOUR;
      world.pass(Math.round(step));
      newest = Math.max(newest, world.clock().getTime());
      if (world.clock() < earliest) earliest = world.clock();
      await Promise.all(luck > 0.5 ? [tick(audiences)] : [tick(audiences), tick(audiences)]);
      for (const each of audiences) {
        const run = latestRun(each, world.clock());
        const days = told.get(each.timeZone) ?? [];
        if (run.at > earliest && run.day > (days.at(-1) ?? '')) days.push(run.day);
      }
    }
    const lines = (await sent()).map((line) => line.split(' '));
    for (const zone of zones) {
      const days = lines.filter(([name]) => name === zone).map(([, day = '']) => day);
      expect(days).toEqual(told.get(zone));
      expect(days.length).toBeGreaterThan(360);
    }
    expect(new Set(lines.map(([, , ...to]) => to.join(' ')))).toEqual(new Set(['report desk lobby']));
  }, 240_000);
});

describe('a digest', () => {
  it('is not sent for the time before it was configured, then at its time, once', async () => {
    await tick([audience('leadership')]);
    expect(await sent()).toEqual([]);
    world.pass(22 * HOUR);
    await tick([audience('leadership')]);
    await tick([audience('leadership')]);
    expect(await sent()).toEqual(['leadership 2026-11-21 report desk lobby']);
    expect(wanted).toBe(1);
  });

  it('that many processes send at the same moment is sent once', async () => {
    const audiences = ['a', 'b', 'c'].map((name) => audience(name));
    await tick(audiences);
    world.pass(DAY);
    await Promise.all(Array.from({ length: 6 }, () => tick(audiences)));
    expect(await sent()).toHaveLength(3);
  });

  it('is caught up once after a week without a process: the newest day only', async () => {
    await tick([audience('leadership')]);
    world.pass(7 * DAY);
    await tick([audience('leadership')]);
    await tick([audience('leadership')]);
    expect(await sent()).toEqual(['leadership 2026-11-27 report desk lobby']);
  });

  it('comes again at its time after a clock that was a year ahead was put right, and not twice', async () => {
    await tick([audience('leadership')]);
    world.pass(365 * DAY);
    await tick([audience('leadership')]);
    world.pass(-364 * DAY);
    await tick([audience('leadership')]);
    expect(await sent()).toEqual(['leadership 2027-11-20 report desk lobby']);
    world.pass(DAY);
    await tick([audience('leadership')]);
    expect((await sent())[0]).toBe('leadership 2026-11-22 report desk lobby');
  });

  it('whose time is changed is neither lost nor sent twice', async () => {
    const early = audience('leadership', { minutes: 6 * 60 });
    const late = audience('leadership', { minutes: 18 * 60 });
    await tick([audience('leadership')]);
    world.pass(21 * HOUR);
    await tick([early]);
    world.pass(2 * HOUR);
    await tick([early]);
    world.pass(HOUR);
    await tick([late]);
    world.pass(12 * HOUR);
    await tick([late]);
    expect(await sent()).toEqual(['leadership 2026-11-21 report desk lobby']);
    expect(dayAt(world.clock(), 'Europe/Madrid')).toBe('2026-11-21');
  });

  it('that fails does not keep the others from theirs, and comes later', async () => {
    const audiences = [audience('a', { quiet: 'nothing' }), audience('b')];
    await tick(audiences);
    world.pass(DAY);
    await world.hear({ text: 'Lovely', kind: 'praise' });
    const broken: SendDigestsDeps['transaction'] = (work) =>
      world.database.transaction((store) =>
        work({ ...store, countThemes: () => Promise.reject(new Error('cannot count')) }),
      );
    await expect(tick(audiences, { transaction: broken })).rejects.toThrow('cannot count');
    expect(await sent()).toEqual(['b 2026-11-21 report desk lobby']);
    await tick(audiences);
    expect(await sent()).toHaveLength(2);
  });
});

describe('where it goes', () => {
  async function run(...audiences: readonly ZonedAudience[]): Promise<readonly string[]> {
    await tick(audiences);
    world.pass(DAY);
    await tick(audiences);
    return (await sent()).map((line) => line.split(' ').slice(2).join(' '));
  }

  it('is each channel once, on Slack with its parts in the thread, and each person where they were last seen', async () => {
    const user = (platform: 'desk' | 'slack' | 'teams', userId: string, email: string) =>
      ({ platform, userId, name: userId, email, standing: 'member' }) as const;
    for (const each of [
      user('slack', 'Dana', 'dana@acme.example'),
      user('desk', 'Dana', 'dana@acme.example'),
      user('desk', 'Kim', 'kim@acme.example'),
      user('teams', 'Ana', 'ana@acme.example'),
    ])
      await rememberUsers({ ...world, transaction: world.database.transaction }, [each]);
    const to = {
      channelsOf: ['support', 'fallback'],
      channels: { slack: '#leadership', desk: 'lobby', teams: '19:leaders@thread.tacv2' },
      people: ['dana@acme.example', 'kim@acme.example', 'ana@acme.example', 'nobody@acme.example'],
    };
    expect(await run(audience('leadership', { to }))).toEqual([
      'report desk support',
      'report desk lobby',
      'report slack #leadership',
      'report teams 19:leaders@thread.tacv2',
      'report slack Dana',
      'report desk Kim',
      'report teams Ana',
      'detail slack #leadership',
      'detail slack Dana',
    ]);
    expect([...notices.values()]).toEqual([expect.stringContaining('4 people, of whom 1 is not known')]);
    expect([...notices.values()][0]).not.toContain('nobody@acme.example');
  });

  it('is told to whoever runs it where it is nowhere', async () => {
    const to = { channelsOf: [], channels: { slack: '#x' }, people: [] };
    const only = { platforms: ['desk'] as const };
    await tick([audience('leadership', { to })], only);
    world.pass(DAY);
    await tick([audience('leadership', { to })], only);
    expect(notices.get('digest:leadership')).toContain('nowhere to go');
  });
});

describe('a quiet day', () => {
  it('is one line, or nothing where that was configured, and not looked at again', async () => {
    const audiences = [audience('line'), audience('nothing', { quiet: 'nothing' })];
    await tick(audiences);
    world.pass(DAY);
    await tick(audiences);
    await tick(audiences);
    expect(await sent()).toEqual(['line 2026-11-21 report desk lobby', 'nothing 2026-11-21']);
  });
});

it('two reports and a bundle of reminders to one person stand beside each other', async () => {
  const kim = await world.staff('Kim');
  await world.database.pool.query(`update staff set email = 'kim@acme.example'`);
  const to = { channelsOf: [], channels: {}, people: ['kim@acme.example'] };
  const audiences = [audience('a', { to }), audience('b', { to })];
  await tick(audiences);
  world.pass(DAY);
  await tick(audiences);
  await world.database.pool.query(
    `insert into messages (id, role, bundle_id, platform, channel, not_before)
     select gen_random_uuid(), 'reminder', gen_random_uuid(), 'desk', $1, now() from generate_series(1, 2)`,
    [kim],
  );
  const { rows } = await world.database.pool.query<{ role: string }>(
    'select role from messages where channel = $1 order by role',
    [kim],
  );
  expect(rows.map(({ role }) => role)).toEqual(['reminder', 'reminder', 'report', 'report']);
});
