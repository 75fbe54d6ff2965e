/** What is posted to a channel that is of no single alert: figures that somebody shared. Nothing on it can be pressed. */
import type { Chart } from './chart.js';
import type { Line } from './text.js';

export interface Report {
  /** One line, plain. */
  readonly title: string;
  readonly lines: readonly Line[];
  readonly chart?: Chart;
  /** The notification's and screen reader's sentence; plain text. */
  readonly fallback: string;
}
