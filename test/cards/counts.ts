import type { Counts } from '../../src/domain/figures/figures.js';

/** A time in which nothing happened. */
export const NO_COUNTS: Counts = {
  heard: 0,
  satisfied: { n: 0, of: 0 },
  nps: { promoters: 0, detractors: 0, of: 0 },
  alerts: 0,
  claimed: { n: 0, medianMs: undefined, ninthDecileMs: undefined },
  resolved: { n: 0, medianMs: undefined, ninthDecileMs: undefined },
  answeredInTime: { n: 0, of: 0 },
  resolvedInTime: { n: 0, of: 0 },
  outcomes: { recovered: 0, partly: 0, not_recoverable: 0, no_reply: 0, not_an_issue: 0, duplicate: 0 },
  dismissed: 0,
  promises: { kept: 0, late: 0, broken: 0 },
};
