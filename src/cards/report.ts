/** What is posted to a channel that is of no single alert: figures that somebody shared, or a post-mortem as it stands. */
import type { ActionId } from './actions.js';
import type { Chart } from './chart.js';
import type { Line } from './text.js';

export interface Report {
  /** One line, plain. */
  readonly title: string;
  readonly lines: readonly Line[];
  readonly chart?: Chart;
  /** What can be done about it; each for the alert that it speaks of. */
  readonly buttons?: readonly { readonly action: ActionId; readonly alert: number }[];
  /** The number of the post-mortem that it shows. */
  readonly postMortem?: number;
  /** The notification's and screen reader's sentence; plain text. */
  readonly fallback: string;
}
