/** A few sentences that a model wrote of what customers said, as far as they could be checked. */

export interface Narrative {
  readonly sentences: readonly NarrativeSentence[];
  /** The model, for people. */
  readonly reader: string;
}

export interface NarrativeSentence {
  /** With the names of figures in braces, which are filled in when it is shown. */
  readonly text: string;
  /** Of which theme each figure in it is that is a theme's. */
  readonly themes?: Readonly<Record<string, string>>;
  /** Words of a customer as they are stored. */
  readonly quote?: string;
  /** The alerts whose customers said what it tells; never empty. */
  readonly alerts: readonly number[];
}

/** What was said, and in which alert. */
export interface NarrativeVoice {
  readonly alert: number;
  readonly text: string;
  /** Of the people and companies in it, so that none of them leaves the machine. */
  readonly names: readonly string[];
}

/** By name how a figure reads within a sentence: "14 alerts". */
export type ToldFigures = ReadonlyMap<string, string>;

/** A voice as the model knows it: V1 is the first. */
export function voiceMark(index: number): string {
  return `V${index + 1}`;
}
