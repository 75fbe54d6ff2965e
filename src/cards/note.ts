/** A private answer to one person: the outcome of a click or a command. */
import type { ActionId } from './actions.js';
import type { Chart } from './chart.js';
import type { TellingForm } from './form.js';
import type { Line } from './text.js';

export interface Note {
  readonly lines: readonly Line[];
  /** Alerts listed with their own buttons. */
  readonly items?: readonly NoteItem[];
  /** It stands in a channel for several alerts: what is pressed there leaves it as it is. */
  readonly rollUp?: true;
  /** Lines below the alerts. */
  readonly after?: readonly Line[];
  readonly chart?: Chart;
  /** Buttons under the note, for the alert it speaks of. */
  readonly buttons?: readonly { readonly action: ActionId; readonly alert: number }[];
  /** A button that posts what this note tells to the channel it was asked in: the id of the report. */
  readonly share?: string;
  /** Shown instead of the words wherever a form can be shown at once. */
  readonly opens?: TellingForm;
  /** The number of the post-mortem that it tells of, which has a page on the desk. */
  readonly postMortem?: number;
}

export interface NoteItem {
  readonly alert: number;
  readonly line: Line;
  readonly buttons: readonly ActionId[];
}
