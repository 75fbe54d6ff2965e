/** The inputs of a form, on the card itself or on a card of its own. https://learn.microsoft.com/adaptive-cards/authoring-cards/input-validation */
import type { Faults } from '../../../cards/form-kind.js';
import { type Answers, type Field, type Form, initialOf } from '../../../cards/form.js';
import { plainText } from '../../../domain/plain-text.js';
import { inputId } from './action-data.js';
import type { ChoiceInput, Element, Input } from './adaptive-card.js';
import { cutLine, inertMarkdown, inertRun } from './inert-text.js';
import { textBlock } from './line-block.js';

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker#dataset */
const EVERYBODY = { type: 'Data.Query', dataset: 'graph.microsoft.com/users' } as const;

const LABEL_CHARS = 120;
const HINT_CHARS = 120;
const OPTION_CHARS = 80;
/** Of a choice or an id. */
const VALUE_CHARS = 100;
const FAULT_CHARS = 200;
const MOST_OPTIONS = 50;

export interface Asked {
  readonly given?: Answers;
  readonly faults?: Faults;
}

export function formFields(form: Form, asked: Asked = {}): readonly Element[] {
  return form.fields.flatMap((field) => {
    const fault = asked.faults?.[field.name];
    const input = inputFor(form, field, asked);
    if (fault === undefined) return [input];
    const words = textBlock(inertMarkdown(cutLine(fault, FAULT_CHARS)), {
      size: 'small',
      color: 'attention',
    });
    return [input, { ...words, spacing: 'none' as const }];
  });
}

function inputFor(form: Form, field: Field, { given, faults }: Asked): Input {
  // What was taken out before does not come back.
  const value = given?.[field.name] ?? (faults ? undefined : initialOf(field));
  const longest = field.kind === 'text' ? field.maxLength : VALUE_CHARS;
  const shared = {
    id: inputId(form.action, field.name),
    label: inertRun(cutLine(field.label, LABEL_CHARS)),
    isRequired: field.required,
    ...(field.required && { errorMessage: missing(field) }),
    ...(value !== undefined && { value: plainText(value).slice(0, longest).toWellFormed() }),
  };
  switch (field.kind) {
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        ...shared,
        style: 'compact',
        placeholder: 'Choose…',
        choices: choicesOf(field),
      };
    case 'text':
      return {
        type: 'Input.Text',
        ...shared,
        isMultiline: field.multiline,
        maxLength: field.maxLength,
        ...(field.hint !== undefined && { placeholder: cutLine(field.hint, HINT_CHARS) }),
      };
    case 'person':
      return {
        type: 'Input.ChoiceSet',
        ...shared,
        style: 'compact',
        placeholder: 'Name or e-mail address',
        choices: [],
        'choices.data': EVERYBODY,
      };
  }
}

function choicesOf(field: Extract<Field, { kind: 'choice' }>): ChoiceInput['choices'] {
  return field.options
    .slice(0, MOST_OPTIONS)
    .map((option) => ({ title: cutLine(option.label, OPTION_CHARS), value: option.value }));
}

function missing({ kind }: Field): string {
  switch (kind) {
    case 'choice':
      return 'Choose one.';
    case 'text':
      return 'A few words are needed here.';
    case 'person':
      return 'Choose somebody.';
  }
}
