import type { SummaryStore } from '../../../src/use-cases/read-summary.js';

/** For worlds in memory, in which nothing is counted. */
export const NO_SUMMARIES: SummaryStore = {
  countPeriods: () => Promise.reject(new Error('nothing is counted here')),
  needing: () => Promise.resolve({ counts: { unclaimed: 0, breached: 0, silent: 0 }, alerts: [] }),
  countThemes: () => Promise.resolve([]),
  countAccounts: () => Promise.resolve([]),
  countSteps: () => Promise.resolve([]),
  countActions: () => Promise.resolve({ due: 0, done: 0, overdue: 0, late: [] }),
};
