/** A private answer to one person: the outcome of a click or a command. */
import type { ActionId } from './actions.js';
import type { Line } from './text.js';

export interface Note {
  readonly lines: readonly Line[];
  /** Alerts listed with their own buttons. */
  readonly items?: readonly NoteItem[];
  /** Buttons under the note, for the alert it speaks of. */
  readonly buttons?: readonly { readonly action: ActionId; readonly alert: number }[];
}

export interface NoteItem {
  readonly alert: number;
  readonly line: Line;
  readonly buttons: readonly ActionId[];
}
