/** A few days of what test/chaos/simulated-year.test.ts lives through for a year. */
import { describe, expect, it } from 'vitest';
import { createChance, readSeed } from '../chaos/seeded.js';
import { simulate } from '../simulation/simulate.js';
import { verify } from '../simulation/verify.js';

describe('some days of random alerts and staff', () => {
  it('leave every alert with one owner, no reminder lost or said twice, every promise settled', async () => {
    const seed = readSeed();
    console.log(`EARSHOT_SEED=${seed}`);
    const simulated = await simulate({ days: 5, alertsPerDay: 12, chance: createChance(seed) });
    const found = await verify(simulated);
    console.log({
      ...found,
      ticks: simulated.ticks.length,
      restarts: simulated.restarts,
      deaths: simulated.deaths,
    });
    expect(found.faults).toEqual([]);
    expect(found.promises.open).toBe(0);
    expect(found.due).toBeGreaterThan(50);
  }, 60_000);
});
