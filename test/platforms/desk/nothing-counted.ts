/** Figures and digests in a world that has none: pages that need them have tests on a real database. */
import type { ReadReportStore } from '../../../src/use-cases/read-report.js';

const uncounted = () => Promise.reject(new Error('nothing is counted here'));

export const NOTHING_COUNTED: ReadReportStore = {
  findReport: () => Promise.resolve(undefined),
  countPeriods: uncounted,
  needing: () => Promise.resolve({ counts: { unclaimed: 0, breached: 0, silent: 0 }, alerts: [] }),
  countThemes: () => Promise.resolve([]),
  countAccounts: () => Promise.resolve([]),
  countSteps: () => Promise.resolve([]),
  countActions: () => Promise.resolve({ due: 0, done: 0, overdue: 0, late: [] }),
  standingAt: uncounted,
  storyOf: uncounted,
  thanksIn: uncounted,
};
