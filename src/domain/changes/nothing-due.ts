import type { AlertFields } from './change.js';

/** Of a closed alert nothing falls due; a promise that was not settled by then counts neither as kept nor as broken. */
export const NOTHING_DUE: AlertFields = {
  snoozedUntil: null,
  nextContactAt: null,
  promisedAt: null,
  promiseZone: null,
};
