/** What is posted that is of no single alert: figures that somebody shared, the digest of a day, a post-mortem as it stands. */
import type { ActionId } from './actions.js';
import type { Chart } from './chart.js';
import type { Written } from './narrative/narrative-lines.js';
import type { Line } from './text.js';

export interface Report {
  /** Absent: a summary. */
  readonly kind?: 'digest' | 'voice';
  /** One line, plain. */
  readonly title: string;
  readonly lines: readonly Line[];
  /** Where it is there, the report holds generated words, and platforms that label such say so. */
  readonly written?: Written;
  readonly chart?: Chart;
  /** What can be opened below: in a thread, or by a press. */
  readonly parts?: readonly ReportPart[];
  /** What can be done about it; each for the alert that it speaks of. */
  readonly buttons?: readonly { readonly action: ActionId; readonly alert: number }[];
  /** The number of the post-mortem that it shows. */
  readonly postMortem?: number;
  /** The notification's and screen reader's sentence; plain text. */
  readonly fallback: string;
}

export interface ReportPart {
  /** One line, plain. */
  readonly title: string;
  readonly lines: readonly Line[];
}
