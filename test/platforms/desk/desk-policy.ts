import type { Policy } from '../../../src/domain/policy.js';

const MINUTES = { respondMinutes: 60, resolveMinutes: 1440 };

export const DESK_POLICY: Policy = {
  rules: [],
  thresholds: { csat: 2, nps: 6, ces: 3, stars: 2, thumbs: 0 },
  routes: [],
  teams: [
    { name: 'support', channels: { desk: 'support' }, members: ['kim@example.com', 'ana@example.com'] },
    { name: 'success', channels: { desk: 'success' }, members: ['ana@example.com'] },
  ],
  defaultTeam: 'support',
  fallbackTeam: 'support',
  deadlines: { critical: MINUTES, high: MINUTES, normal: MINUTES, low: MINUTES },
  tierDeadlines: {},
};
