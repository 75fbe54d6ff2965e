/** A year of 50 alerts a day, in which a dozen people do what comes to their minds and processes die, stay away and come back. */
import { expect, it } from 'vitest';
import { MOST_DAYS } from '../../src/domain/figures/period.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { readSummary } from '../../src/use-cases/read-summary.js';
import { quietLog } from '../quiet-log.js';
import { simulate } from '../simulation/simulate.js';
import { verify } from '../simulation/verify.js';
import { readSeed } from './seeded.js';

const DAYS = 365;
const ALERTS_PER_DAY = 50;
/** Some minutes where the machine has nothing else to do. */
const LIMIT_MS = 60 * 60_000;

it(
  'a simulated year: one owner always, no reminder lost or said twice, breaches heard once, every promise settled',
  async () => {
    const seed = readSeed();
    console.log(`EARSHOT_SEED=${seed}`);
    const begun = performance.now();
    let another: Database | undefined;
    const simulated = await simulate({
      days: DAYS,
      alertsPerDay: ALERTS_PER_DAY,
      seed,
      restart: async ({ database, clock }) => {
        await another?.close();
        another = await openDatabase({ url: database.url, clock, log: quietLog });
        return another.transaction;
      },
      dayIsOver: (day) => {
        if (day % 30 === 0)
          console.log(`day ${day} after ${Math.round((performance.now() - begun) / 1_000)} s`);
      },
    });
    await another?.close();
    const { ticks, restarts, deaths, refused, winners, world } = simulated;
    const { faults, ...found } = await verify(simulated);
    const question = {
      span: { kind: 'days', days: MOST_DAYS },
      timeZone: 'UTC',
      askedAt: world.clock(),
    } as const;
    const { now } = await world.database.transaction((store) =>
      readSummary(store, question, world.clock(), {}),
    );
    const seconds = Math.round((performance.now() - begun) / 1_000);
    console.log({
      ...found,
      ticks: ticks.length,
      restarts,
      deaths,
      refused,
      crowds: winners.length,
      seconds,
    });
    expect(faults.slice(0, 20)).toEqual([]);
    expect(found.alerts).toBeGreaterThan(0.9 * DAYS * ALERTS_PER_DAY);
    expect(found.promises.open).toBe(0);
    const { kept, late, broken } = found.promises;
    const counted = now.counts.promises;
    // The summary ends a day before the year began a bit, so it may miss the first few.
    expect(counted.kept + counted.late + counted.broken).toBeGreaterThan(0.9 * (kept + late + broken));
    expect(restarts).toBeGreaterThan(5);
    expect(deaths).toBeGreaterThan(50);
  },
  LIMIT_MS,
);
