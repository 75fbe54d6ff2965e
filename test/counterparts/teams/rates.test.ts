import { afterEach, describe, expect, it } from 'vitest';
import { createRateWatch } from './rate-watch.js';
import { startTeamsCounterpart, type TeamsCounterpart } from './teams-counterpart.js';
import { EMEA, SUPPORT } from './tenant.js';
import { createTinyClient, said } from './tiny-client.js';

const START = 1_700_000_000_000;

/** So many calls, evenly spread, none of them in a window that is one too many except the last where `over`. */
function run(calls: number, everyMs: number) {
  const rates = createRateWatch();
  for (let index = 0; index < calls; index += 1) {
    rates.note({ conversation: 'c', kind: 'send', at: START + index * everyMs });
  }
  return rates.breaches();
}

describe('a breach', () => {
  it.each([
    [1, 7, 100],
    [2, 8, 160],
    [30, 60, 400],
    [3600, 1800, 1999],
  ])('is one call more within %i s than %i', (seconds, most, everyMs) => {
    expect(run(most, everyMs)).toEqual([]);
    expect(run(most + 1, everyMs).at(-1)).toMatchObject({
      of: 'c',
      window: { seconds, calls: most },
      calls: most + 1,
    });
  });

  it('is more than 50 calls a second of one tenant, whatever the conversations', () => {
    const rates = createRateWatch();
    for (let index = 0; index <= 50; index += 1) {
      rates.note({ conversation: `c${index}`, kind: 'send', at: START + index });
    }
    expect(rates.breaches()).toMatchObject([{ of: 'tenant', kind: 'tenant', calls: 51 }]);
  });

  it('is counted for asking apart from sending', () => {
    const rates = createRateWatch();
    for (let index = 0; index < 7; index += 1) {
      for (const kind of ['send', 'read', 'read'] as const)
        rates.note({ conversation: 'c', kind, at: START });
    }
    expect(rates.breaches()).toEqual([]);
    rates.note({ conversation: 'c', kind: 'read', at: START });
    expect(rates.breaches()).toMatchObject([{ of: 'c', kind: 'read', window: { seconds: 1, calls: 14 } }]);
  });
});

describe('the counterpart', () => {
  let teams: TeamsCounterpart;
  let now = START;
  afterEach(() => teams.close());

  const eight = async (throttle: boolean): Promise<readonly number[]> => {
    teams = await startTeamsCounterpart({ seed: 1, throttle, clock: () => new Date(now) });
    const client = await createTinyClient(teams);
    const { body } = await client.createThread(said('root'));
    const statuses: number[] = [];
    for (let index = 0; index < 7; index += 1) {
      statuses.push((await client.send(String(body?.['id']), said('line'))).status);
    }
    await client.createThread(said('elsewhere'), EMEA);
    return statuses;
  };

  it('reports what was too much for a channel with all its threads, and takes it all the same', async () => {
    expect(await eight(false)).toEqual([201, 201, 201, 201, 201, 201, 201]);
    expect(teams.breaches()).toMatchObject([{ of: SUPPORT, window: { seconds: 1 }, calls: 8 }]);
    expect(teams.busiest()).toMatchObject({ of: SUPPORT, calls: 8 });
    expect(teams.busiest({ of: EMEA, seconds: 2 })).toMatchObject({ calls: 1 });
    expect(teams.busiest({ of: 'tenant' })).toMatchObject({ calls: 9 });
    teams.clearRecords();
    expect([teams.breaches(), teams.busiest()]).toEqual([[], null]);
  });

  it('answers 429 where it is asked to, until the window has passed', async () => {
    expect((await eight(true)).at(-1)).toBe(429);
    now += 2001;
    const client = await createTinyClient(teams);
    expect((await client.createThread(said('later'))).status).toBe(201);
  });
});
