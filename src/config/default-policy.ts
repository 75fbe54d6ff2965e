import { SILENT_AFTER_MINUTES } from '../domain/follow-up/silence.js';
import type { Deadline, Policy, Team } from '../domain/policy.js';
import { USUAL_PARTNERS } from '../domain/post-mortem/action-item.js';
import { USUAL_ALIKE } from '../domain/post-mortem/worth-one.js';
import { USUAL_ALERT_FROM } from '../domain/reading-reason.js';
import type { Severity } from '../domain/severity.js';
import { builtInRules } from './built-in-rules/built-in-rules.js';
import { BUILT_IN_THEMES } from './built-in-themes.js';
import { VALUED_TIERS } from './built-in-rules/valued-accounts.js';

const HOUR = 60;
const DAY = 24 * HOUR;

/** On each metric's usual scale. NPS counts 0 to 6 as detractors; the others are the lower two fifths, or "bad". */
export const DEFAULT_THRESHOLDS: Policy['thresholds'] = { csat: 2, nps: 6, ces: 3, stars: 2, thumbs: 0 };

/** Slower than pages for machines, faster than a ticket queue; calendar time. */
export const DEFAULT_DEADLINES: Policy['deadlines'] = {
  critical: { respondMinutes: 15, resolveMinutes: 4 * HOUR },
  high: { respondMinutes: HOUR, resolveMinutes: DAY },
  normal: { respondMinutes: 4 * HOUR, resolveMinutes: 3 * DAY },
  low: { respondMinutes: DAY, resolveMinutes: 7 * DAY },
};

const VALUED_DEADLINES: Readonly<Record<Severity, Deadline>> = {
  critical: { respondMinutes: 10, resolveMinutes: 2 * HOUR },
  high: { respondMinutes: HOUR / 2, resolveMinutes: 12 * HOUR },
  normal: { respondMinutes: 2 * HOUR, resolveMinutes: DAY },
  low: { respondMinutes: 12 * HOUR, resolveMinutes: 4 * DAY },
};

export const DEFAULT_TIER_DEADLINES: Policy['tierDeadlines'] = Object.fromEntries(
  VALUED_TIERS.map((tier) => [tier, VALUED_DEADLINES]),
);

export const DEFAULT_TEAM: Team = { name: 'support', channels: { desk: 'support' }, members: [] };

/** What holds where nothing is configured: everything of any weight goes to one team on the desk. */
export const DEFAULT_POLICY: Policy = {
  rules: builtInRules(DEFAULT_THRESHOLDS),
  thresholds: DEFAULT_THRESHOLDS,
  routes: [],
  teams: [DEFAULT_TEAM],
  defaultTeam: DEFAULT_TEAM.name,
  fallbackTeam: DEFAULT_TEAM.name,
  deadlines: DEFAULT_DEADLINES,
  tierDeadlines: DEFAULT_TIER_DEADLINES,
  silentAfterMinutes: SILENT_AFTER_MINUTES,
  reading: { alertFrom: USUAL_ALERT_FROM, themes: BUILT_IN_THEMES },
  postMortems: { partners: USUAL_PARTNERS, offerAfter: USUAL_ALIKE },
};
