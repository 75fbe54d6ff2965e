/** A few days of what test/chaos/simulated-year.test.ts lives through for a year. */
import { describe, expect, it } from 'vitest';
import { readSeed } from '../chaos/seeded.js';
import { simulate } from '../simulation/simulate.js';
import { verify } from '../simulation/verify.js';

describe('some days of random alerts and staff', () => {
  it('leave every alert with one owner, no reminder lost or said twice, every promise settled', async () => {
    const seed = readSeed();
    console.log(`EARSHOT_SEED=${seed}`);
    const simulated = await simulate({ days: 5, alertsPerDay: 12, seed });
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

    // What holds it against the events would notice.
    const { pool } = simulated.world.database;
    const faultsAfter = async (sql: string): Promise<string> => {
      await pool.query(sql);
      return (await verify(simulated)).faults.join('\n');
    };
    expect(
      await faultsAfter(`insert into reminders select gen_random_uuid(), staff_id, alert, what, due_at, at, bundle_id
      from (select * from reminders where what = 'resolve_due' limit 1) r`),
    ).toMatch(/with 2 at once/u);
    expect(
      await faultsAfter('delete from reminders where alert in (select alert from reminders limit 1)'),
    ).toMatch(/was never said/u);
    expect(
      await faultsAfter(
        `delete from messages where role = 'line'; delete from alert_events where kind = 'deadline_missed'`,
      ),
    ).toMatch(/was not heard/u);
    expect(await faultsAfter(`delete from alert_events where kind = 'claimed'`)).toMatch(/by no owner/u);
  }, 60_000);
});
