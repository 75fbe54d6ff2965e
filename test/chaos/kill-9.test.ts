/** kill -9 at every point where a voice or a message could be lost or doubled. EARSHOT_CHAOS_RUNS says how often in all, EARSHOT_SEED which. */
import { inject, it } from 'vitest';
import { KILL_LIMIT_MS, killAgain, RUNS } from './kill-again.js';
import { beginOnSlack } from './kill-on-slack.js';

it.skipIf(inject('serverUrl') === null)(
  `${RUNS} times killed at named points: nothing lost, nothing doubled, every card true`,
  async () => {
    await killAgain('kill-9.test', beginOnSlack);
  },
  KILL_LIMIT_MS,
);
