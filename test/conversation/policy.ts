/** Two teams: Kim in EMEA, Ana in both, Bo leading US. */
import type { Policy } from '../../src/domain/policy.js';
import { ANA, BO, KIM } from '../cards/acme.js';

const DEADLINE = { respondMinutes: 40, resolveMinutes: 480 };

export const POLICY: Policy = {
  rules: [],
  thresholds: { csat: 2, nps: 6, ces: 3, stars: 2, thumbs: 0 },
  routes: [],
  teams: [
    { name: 'EMEA', channels: { desk: 'emea' }, members: [KIM.email!, ANA.email!] },
    { name: 'US', channels: { desk: 'us' }, members: [ANA.email!], lead: BO.email! },
  ],
  defaultTeam: 'EMEA',
  fallbackTeam: 'EMEA',
  deadlines: { critical: DEADLINE, high: DEADLINE, normal: DEADLINE, low: DEADLINE },
  tierDeadlines: {},
};
