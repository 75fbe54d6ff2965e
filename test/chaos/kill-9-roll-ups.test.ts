/** The same as kill-9.test.ts where Slack takes so little that roll-ups form, killed at random moments as well. */
import { expect, inject, it } from 'vitest';
import { KILL_POINTS } from '../../src/config/test-marks.js';
import { KILL_LIMIT_MS, killAgain, MOST_PASSES, RUNS } from './kill-again.js';
import { beginWithRollUps } from './kill-with-roll-ups.js';

it.skipIf(inject('serverUrl') === null)(
  `${RUNS} times killed while roll-ups form: every alert has one card or one row with its Claim, each of them true`,
  async () => {
    const { rollUps, claimedThere } = await killAgain('kill-9-roll-ups', beginWithRollUps, {
      deaths: [...KILL_POINTS, 'at random'],
      mostPasses: { ...MOST_PASSES, 'after-call': 6, 'at random': 8 },
      faultsEvery: 1,
    });
    expect(rollUps).toBeGreaterThan(RUNS);
    if (RUNS >= 30) expect(claimedThere).toBeGreaterThan(0);
  },
  KILL_LIMIT_MS,
);
