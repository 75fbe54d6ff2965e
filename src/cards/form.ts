/** What is asked before an action, as a value: a modal on Slack, inline inputs on the desk. */
import type { AskingActionId } from './actions.js';

export interface Form {
  readonly action: AskingActionId;
  readonly alert: number;
  readonly title: string;
  /** One sentence above the fields. */
  readonly intro?: string;
  readonly submit: string;
  readonly fields: readonly Field[];
}

export type Field =
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly required: boolean;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly initial?: string;
    }
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: string;
      readonly required: boolean;
      readonly multiline: boolean;
      readonly maxLength: number;
      readonly hint?: string;
    }
  /** A member of staff: the platform's own picker, or a list of names. The value is the staff id. */
  | { readonly kind: 'person'; readonly name: string; readonly label: string; readonly required: boolean };

/** What came back from a form: field name to value. */
export type Answers = Readonly<Record<string, string | undefined>>;
