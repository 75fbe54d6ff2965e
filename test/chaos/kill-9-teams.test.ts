/** The same as kill-9.test.ts on Teams, where nobody can look for a message afterwards: what is not known is shown to people, who settle it. */
import { expect, inject, it } from 'vitest';
import { KILL_LIMIT_MS, killAgain, RUNS } from './kill-again.js';
import { beginOnTeams } from './kill-on-teams.js';

it.skipIf(inject('serverUrl') === null)(
  `${RUNS} times killed at named points on Teams: nothing lost, nothing doubled, what is unknown is on the desk`,
  async () => {
    const { unconfirmed, there, sentByHand } = await killAgain('kill-9-teams', beginOnTeams);
    expect(unconfirmed).toBe(there! + sentByHand!);
    if (RUNS >= 30) expect(unconfirmed).toBeGreaterThan(0);
  },
  KILL_LIMIT_MS,
);
