import type { AlertFields } from './change.js';

/** Of a closed alert nothing falls due; a promise that was not settled by then is settled by closing it: follow-up/promise.ts. */
export const NOTHING_DUE: AlertFields = {
  snoozedUntil: null,
  nextContactAt: null,
  promisedAt: null,
  promiseZone: null,
};
