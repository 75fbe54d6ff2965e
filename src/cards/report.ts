/** What is posted that is of no single alert: figures that somebody shared, the digest of a day. Nothing on it changes anything. */
import type { Chart } from './chart.js';
import type { Line } from './text.js';

export interface Report {
  /** Absent: a summary. */
  readonly kind?: 'digest';
  /** One line, plain. */
  readonly title: string;
  readonly lines: readonly Line[];
  readonly chart?: Chart;
  /** What can be opened below: in a thread, or by a press. */
  readonly parts?: readonly ReportPart[];
  /** The notification's and screen reader's sentence; plain text. */
  readonly fallback: string;
}

export interface ReportPart {
  /** One line, plain. */
  readonly title: string;
  readonly lines: readonly Line[];
}
