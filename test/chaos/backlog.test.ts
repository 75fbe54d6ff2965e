/**
 * Ten thousand alerts for twenty-five channels while Slack answers 429, 5xx and resets, and what is left of it. The ten minutes of
 * trouble are a sixth as long here, and so are leases and the time in which a message may land late; the rate of Slack is its own.
 */
import { expect, it } from 'vitest';
import { type BacklogRun, runBacklog } from '../stories/backlog-run.js';

const RUN = { channels: 25, alerts: 10_000, troubleMs: 100_000 } as const;
/** Of the least time that the rate limit allows. */
const MOST = 1.2;
const LIMIT_MS = 900_000;

async function runAndTell(run: Pick<BacklogRun, 'rollUpOver' | 'drainLimitMs'>) {
  const found = await runBacklog({ ...RUN, ...run });
  const seconds = (ms: number): string => `${(ms / 1_000).toFixed(0)} s`;
  console.info(
    `${RUN.alerts} alerts, ${RUN.channels} channels, ${found.befell} calls in trouble: ${found.cards} cards and ${found.rollUps} roll-ups; ` +
      `drained in ${seconds(found.drainMs)}; the rate limit asks ${seconds(found.leastMs)} for what was posted, ${seconds(found.leastSinglyMs)} for single cards`,
  );
  expect(found).toMatchObject({ lost: [], doubled: [], disordered: [] });
  expect(found.befell).toBeGreaterThan(500);
  return found;
}

it(
  'every alert has a card or a row in a roll-up, long before single cards could be posted',
  async () => {
    const { drainMs, leastSinglyMs } = await runAndTell({ rollUpOver: 30, drainLimitMs: 400_000 });
    expect(drainMs).toBeLessThan(leastSinglyMs / 2);
  },
  LIMIT_MS,
);

it(
  `without roll-ups every alert has its card within ${MOST} of what the rate limit asks`,
  async () => {
    const { drainMs, leastMs } = await runAndTell({ rollUpOver: 'off', drainLimitMs: 600_000 });
    expect(drainMs).toBeLessThan(MOST * leastMs);
  },
  LIMIT_MS,
);
