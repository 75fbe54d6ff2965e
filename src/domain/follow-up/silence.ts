import type { Severity } from '../severity.js';

const HOUR = 60;

/** How long an owner may do nothing about an alert before they are asked; slower than the deadlines, so that both seldom speak at once. */
export const SILENT_AFTER_MINUTES: Readonly<Record<Severity, number>> = {
  critical: 2 * HOUR,
  high: 8 * HOUR,
  normal: 24 * HOUR,
  low: 72 * HOUR,
};

/** Asked this often, each time after as long again; then it is for others to see. */
export const MOST_ASKED = 5;
