import type { Deadline } from '../policy.js';

/** How much time an alert is given. */
export interface Pace {
  readonly deadline: Deadline;
  /** How long its owner may do nothing before they are asked; undefined: for ever. */
  readonly silentAfterMinutes: number | undefined;
}
