/** What a text says beyond a rule's words, as a reader understood it. Handed to triage, which asks for what it needs. */
export interface Reading {
  /** The path that read it, for the card: "the built-in model". */
  readonly reader: string;
  /** How likely the text is negative, 0 to 1. */
  readonly negative: number;
  /** ISO 639 of the language it is in: as its sender named it, or as it looks; undefined where neither can be told. */
  readonly language?: string | undefined;
  /** Why this reading is of low confidence, in words; undefined: it is not. */
  readonly doubt?: string | undefined;
  readonly flags: readonly Flag[];
  /** What the text is about, the weightiest first. */
  readonly themes: readonly string[];
}

export const FLAG_NAMES = ['churn', 'legal', 'safety', 'refund', 'rude staff', 'repeated contact'] as const;
export type FlagName = (typeof FLAG_NAMES)[number];

/** Something that a person should know of the text, with the words that say so. */
export interface Flag {
  readonly name: FlagName;
  /** The phrase that was found, as it was written: "cancelling". */
  readonly said: string;
  /** With the words that follow: "cancelling today". */
  readonly quote: string;
}

/** Phrases as a rule's `says` and `saysExcept` have them. */
export interface Wording {
  readonly says: readonly string[];
  readonly saysExcept?: readonly string[];
}

export interface FlagWording extends Wording {
  readonly flag: FlagName;
}

/** One theme of the taxonomy. */
export interface ThemeWording extends Wording {
  readonly theme: string;
}

/** What was configured about reading. */
export interface ReadingPolicy {
  /** A signal without a score alerts from this likelihood on; above 1: never. */
  readonly alertFrom: number;
  /** Looked for where no rule names a theme; the first that is found is the weightiest. */
  readonly themes: readonly ThemeWording[];
}
