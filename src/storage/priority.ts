import type { Severity } from '../domain/severity.js';

/** What a person just did comes before everything. */
export const PERSON_PRIORITY = 0;

/** What the clock says: a reminder that comes late is worth less. */
export const CLOCK_PRIORITY = 1;

/** The order in which messages are sent: what a person did, then critical, then the rest. */
export function priorityOf(severity: Severity): number {
  return severity === 'critical' ? 1 : 2;
}
