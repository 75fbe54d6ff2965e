import type { Policy } from '../../src/domain/policy.js';

/** A policy small enough to know by heart. */
export const POLICY: Policy = {
  rules: [],
  thresholds: { csat: 2, nps: 6, ces: 3, stars: 2, thumbs: 0 },
  routes: [],
  teams: [{ name: 'support', channels: { desk: 'support' }, members: [] }],
  defaultTeam: 'support',
  fallbackTeam: 'support',
  deadlines: {
    critical: { respondMinutes: 15, resolveMinutes: 240 },
    high: { respondMinutes: 60, resolveMinutes: 1440 },
    normal: { respondMinutes: 240, resolveMinutes: 4320 },
    low: { respondMinutes: 1440, resolveMinutes: 10_080 },
  },
  tierDeadlines: { gold: { high: { respondMinutes: 30, resolveMinutes: 720 } } },
};
