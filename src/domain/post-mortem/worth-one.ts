import type { Alert } from '../alert.js';

/** So many alerts of one theme and team in a week are worth a post-mortem, where nothing else is configured. */
export const USUAL_ALIKE = 5;

/** Whether the end of this alert alone is reason to suggest one. */
export function deservesPostMortem({ severity, state }: Pick<Alert, 'severity' | 'state'>): boolean {
  return severity === 'critical' && state === 'resolved';
}
