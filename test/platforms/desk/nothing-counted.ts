/** Figures and digests in a world that has none: pages that need them have tests on a real database. */
import { NO_SUMMARIES } from './no-summaries.js';
import type { ReadReportStore } from '../../../src/use-cases/read-report.js';

const uncounted = () => Promise.reject(new Error('nothing is counted here'));

export const NOTHING_COUNTED: ReadReportStore = {
  findReport: () => Promise.resolve(undefined),
  ...NO_SUMMARIES,
  narrativeOf: () => Promise.resolve(undefined),
  standingAt: uncounted,
  storyOf: uncounted,
  thanksIn: uncounted,
};
