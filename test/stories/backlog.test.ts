import { expect, it } from 'vitest';
import { runBacklog } from './backlog-run.js';

const LIMIT_MS = 150_000;

it(
  'alerts that came while Slack was in trouble are each named once, on cards or in roll-ups, and claimed there',
  async () => {
    const { befell, rollUps, ...found } = await runBacklog({
      channels: 3,
      alerts: 150,
      troubleMs: 4_000,
      rollUpOver: 10,
      drainLimitMs: 90_000,
    });
    expect(found).toMatchObject({ lost: [], doubled: [], disordered: [] });
    expect(befell).toBeGreaterThan(3);
    expect(rollUps).toBeGreaterThanOrEqual(3);
  },
  LIMIT_MS,
);
