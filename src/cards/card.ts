/** A card as a value: what people see of an alert, before any platform renders it. */
import type { AlertState } from '../domain/alert.js';
import type { Severity } from '../domain/severity.js';
import type { ActionId } from './actions.js';
import type { Line } from './text.js';

export interface Card {
  readonly alert: number;
  readonly state: AlertState;
  readonly severity: Severity;
  /** The state in words: "High", "Claimed by Kim", "Recovered" … stands before the name in the title. */
  readonly label: string;
  /** CX-123 */
  readonly name: string;
  /** Who did what, in one line of at most 150 characters; inert. */
  readonly headline: string;
  /** The notification's and screen reader's sentence; plain text. */
  readonly fallback: string;
  /** The customer's words, at most 300 characters. */
  readonly quote?: string;
  readonly facts: readonly Fact[];
  /** One sentence each: why it fired, how it ended. */
  readonly notes: readonly Line[];
  /** What a language model made of the words, shown small. Where it is there, the card holds generated words, and platforms that label such say so. */
  readonly read?: Line;
  /** Shown as buttons; the first is the primary one. */
  readonly buttons: readonly ActionId[];
  /** Shown behind "More". */
  readonly more: readonly ActionId[];
  readonly link?: { readonly text: string; readonly url: string };
}

export interface Fact {
  readonly label: string;
  readonly value: Line;
}
