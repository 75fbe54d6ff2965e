import { isObject, type JsonObject } from '../../frame/json-object.js';
import {
  action,
  anything,
  boolean,
  fault,
  list,
  number,
  object,
  oneOf,
  ownId,
  shown,
  someText,
  string,
  type Check,
  type Fields,
  type Walk,
} from './shape.js';

// https://adaptivecards.io/explorer/Input.Text.html and the others; validation: https://learn.microsoft.com/adaptive-cards/authoring-cards/input-validation
const asked: Fields = {
  label: shown,
  isRequired: boolean,
  errorMessage: someText,
  labelPosition: oneOf('above', 'inline'),
  labelWidth: anything,
  inputStyle: oneOf('default', 'revealOnHover'),
  isVisible: boolean,
  separator: boolean,
  spacing: oneOf('none', 'extraSmall', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding'),
  height: oneOf('auto', 'stretch'),
  requires: anything,
  fallback: anything,
  targetWidth: string,
  valueChangedAction: anything,
};

const input = (
  optional: Fields,
  required: Fields = {},
  also?: (value: JsonObject, walk: Walk) => void,
): Check =>
  object({
    required: { id: ownId, ...required },
    optional: { ...asked, ...optional },
    also: (value, walk) => {
      if (value['isRequired'] === true) {
        for (const name of ['label', 'errorMessage']) {
          if (value[name] === undefined) fault(walk, `must have ${name}, being required`);
        }
      }
      also?.(value, walk);
    },
  });

const choice = object({ required: { title: shown, value: someText } });

export const INPUTS: Readonly<Record<string, Check>> = {
  'Input.Text': input({
    isMultiline: boolean,
    maxLength: number,
    placeholder: string,
    regex: string,
    style: oneOf('text', 'tel', 'url', 'email', 'password'),
    inlineAction: action,
    value: string,
  }),
  'Input.Number': input({ min: number, max: number, placeholder: string, value: number }),
  'Input.Date': input({ min: string, max: string, placeholder: string, value: string }),
  'Input.Time': input({ min: string, max: string, placeholder: string, value: string }),
  'Input.Toggle': input(
    { value: string, valueOn: string, valueOff: string, wrap: boolean },
    { title: shown },
  ),
  'Input.ChoiceSet': input(
    {
      choices: list(choice),
      // People: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
      'choices.data': object({
        required: { type: oneOf('Data.Query'), dataset: someText },
        optional: { count: number, skip: number, associatedInputs: anything },
      }),
      isMultiSelect: boolean,
      style: oneOf('compact', 'expanded', 'filtered'),
      value: string,
      placeholder: string,
      wrap: boolean,
    },
    {},
    choosable,
  ),
};

function choosable(value: JsonObject, walk: Walk): void {
  const choices = Array.isArray(value['choices']) ? (value['choices'] as readonly unknown[]) : [];
  if (choices.length === 0 && value['choices.data'] === undefined)
    fault(walk, 'must offer something to choose');
  const values = choices.flatMap((each) => (isObject(each) ? [each['value']] : []));
  if (new Set(values).size < values.length) fault(walk, 'must not offer one value twice');
  const chosen = typeof value['value'] === 'string' && value['value'] !== '' ? value['value'].split(',') : [];
  if (value['choices.data'] !== undefined) return;
  for (const each of chosen) {
    if (!values.includes(each)) fault(walk, `must offer ${each}, being chosen`);
  }
}
