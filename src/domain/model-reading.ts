/** How a text reads to a language model, once it is checked: nothing in it acts, and what it claims of the text stands there. */
import type { FlagName } from './reading.js';
import type { Severity } from './severity.js';

export const SENTIMENTS = ['negative', 'mixed', 'neutral', 'positive'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

export interface ModelReading {
  /** The model, for people: "gpt-4.1-mini". */
  readonly reader: string;
  readonly sentiment: Sentiment;
  /** How grave the model takes it to be: heard, and obeyed only where it raises. */
  readonly severity: Severity;
  readonly flags: readonly FlagName[];
  /** Of the taxonomy, the weightiest first. */
  readonly themes: readonly string[];
  /** Absent where the model gave no words of the text for it. */
  readonly because?: ModelReason;
}

export interface ModelReason {
  /** One generated sentence. */
  readonly reason: string;
  /** Words of the text as it is stored. */
  readonly quote: string;
}

/** What a card tells of it. */
export interface ModelReadingView extends ModelReading {
  /** What the severity was before the reading raised it. */
  readonly raisedFrom?: Severity;
}
