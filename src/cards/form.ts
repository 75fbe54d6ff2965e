/** What is asked before an action, as a value: a modal on Slack, inline inputs on Teams and the desk. */
import type { AskingActionId, TellingActionId } from './actions.js';

export type Form = AlertForm | TellingForm;

/** Asked about an alert, or about the post-mortem that it is part of. */
export interface AlertForm extends Questions {
  readonly action: AskingActionId;
  readonly alert: number;
}

/** Asked of somebody who tells us something that no alert is known for. */
export interface TellingForm extends Questions {
  readonly action: TellingActionId;
}

interface Questions {
  readonly title: string;
  /** One sentence above the fields. */
  readonly intro?: string;
  /** Words to read beside what is asked: somebody else's text, as it stands. */
  readonly quote?: { readonly label: string; readonly text: string };
  readonly submit: string;
  readonly fields: readonly Field[];
  /** What comes back among the answers as it is, short and unseen. It passes through a person's client: whoever reads it looks at it anew. */
  readonly carried?: Readonly<Record<string, string>>;
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
      readonly initial?: string;
    }
  /** A member of staff: the platform's own picker, or a list of names. The value is the staff id. */
  | { readonly kind: 'person'; readonly name: string; readonly label: string; readonly required: boolean };

/** What came back from a form: field name to value. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** The most that a form may carry unseen, of one value: Slack holds 3,000 characters in all, https://docs.slack.dev/reference/views */
export const CARRIED_MAX_LENGTH = 600;

export function isAlertForm(form: Form): form is AlertForm {
  return 'alert' in form;
}

/** What a field shows before anybody fills it in. */
export function initialOf(field: Field): string | undefined {
  return field.kind === 'person' ? undefined : field.initial;
}
