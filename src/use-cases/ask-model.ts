import type { z } from 'zod';

/** What the model is asked for; counted apart in the metrics. One literal each: add yours here and to the documentation of the metric. */
export const MODEL_PURPOSES = ['read a text', 'name themes', 'narrative'] as const;
export type ModelPurpose = (typeof MODEL_PURPOSES)[number];

export interface ModelQuestion<Answer> {
  readonly purpose: ModelPurpose;
  /** What the model is to do. Ours, word for word: nothing of a customer is ever in it. */
  readonly system: string;
  /** Words of customers or made of them. Personal data is taken out before anything leaves. */
  readonly input: string;
  /** How many characters of `input` are sent; absent: as many as a complaint has. */
  readonly mostInput?: number;
  /** Names of people in `input` that are known: customer, agent, author, staff. They are taken out too. */
  readonly people?: readonly string[];
  /** The name of the schema, in letters and underscores; changes with its meaning, for the kept answers are found by it too. */
  readonly shape: string;
  /** A z.object whose fields are all required (`.nullable()` where there may be none); handed to the model as a strict JSON schema. */
  readonly schema: z.ZodType<Answer>;
  readonly maxTokens: number;
}

export type ModelAnswer<Answer> =
  | {
      readonly answer: Answer;
      /** The model, for people: "gpt-4.1-mini". */
      readonly reader: string;
      /** Whether it was known from before and cost nothing. */
      readonly kept: boolean;
    }
  | { readonly refused: ModelRefusal };

/**
 * budget: today's is spent. resting: the breaker is open after several failures. failed: not reached, 429, 5xx, too slow. unusable: refused by
 * the model, or no answer of the schema. setup: the key, the model or the address is wrong. stopping: this process ends.
 */
export type ModelRefusal = 'budget' | 'resting' | 'failed' | 'unusable' | 'setup' | 'stopping';

/** Never throws for what the model or its way does; the database may be away. Takes up to 20 s: never inside a transaction. */
export type AskModel = <Answer>(question: ModelQuestion<Answer>) => Promise<ModelAnswer<Answer>>;
