import { expect, it } from 'vitest';
import { runBacklog } from './backlog-run.js';

const LIMIT_MS = 150_000;

it(
  'alerts that came while Slack was in trouble are each named once, on cards or in roll-ups, and claimed there',
  async () => {
    const { befell, rollUps, drainMs, leastSinglyMs, ...found } = await runBacklog({
      channels: 3,
      alerts: 240,
      troubleMs: 6_000,
      rollUpOver: 10,
      drainLimitMs: 60_000,
    });
    expect(found).toMatchObject({ lost: [], doubled: [], disordered: [] });
    expect(befell).toBeGreaterThan(5);
    expect(rollUps).toBeGreaterThanOrEqual(6);
    expect(drainMs).toBeLessThan(leastSinglyMs);
  },
  LIMIT_MS,
);
