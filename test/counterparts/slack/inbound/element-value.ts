import type { JsonObject } from '../../frame/json-object.js';
import { optionsOf } from '../block-kit/elements.js';

/** What a person puts in: text, an option's value, an id or a date; several for what takes several; null for nothing. */
export type Given = string | readonly string[] | null;

/** The name of what was chosen, in the payload and (with `initial_` for `selected_`) in the element. */
const CHOSEN = {
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  static_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  checkboxes: 'selected_options',
  multi_static_select: 'selected_options',
  multi_users_select: 'selected_users',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
} as const;

type Stateful = keyof typeof CHOSEN;

interface ElementValue {
  /** As it stands in `state.values` and in an action: the type and what was chosen. */
  readonly state: JsonObject;
  readonly isFilled: boolean;
}

export function isStateful(element: JsonObject): boolean {
  return typeof element['type'] === 'string' && element['type'] in CHOSEN && element['type'] !== 'overflow';
}

/** What an element holds once `given` has been put in, or, where nothing was, at first. Throws where it could not hold that. */
export function elementValue(element: JsonObject, given: Given | undefined): ElementValue {
  const type = element['type'];
  if (typeof type !== 'string' || !(type in CHOSEN))
    throw new Error(`Nothing can be put into a ${String(type)}`);
  const field = CHOSEN[type as Stateful];
  const value = given === undefined ? initialValue(element, field) : chosen(element, field, given);
  const isFilled = Array.isArray(value) ? value.length > 0 : value !== null && value !== '';
  return { state: { type, [field]: value }, isFilled };
}

function initialValue(element: JsonObject, field: string): unknown {
  const initial = element[field === 'value' ? 'initial_value' : field.replace('selected_', 'initial_')];
  return initial ?? (takesSeveral(field) ? [] : null);
}

function chosen(element: JsonObject, field: string, given: Given): unknown {
  if (takesSeveral(field)) {
    const several = given === null ? [] : typeof given === 'string' ? [given] : given;
    return field === 'selected_options' ? several.map((value) => optionOf(element, value)) : several;
  }
  if (given === null) return null;
  if (typeof given !== 'string') throw new Error(`${nameOf(element)} takes one value, not several`);
  switch (field) {
    case 'value':
      return typedText(element, given);
    case 'selected_option':
      return optionOf(element, given);
    case 'selected_date':
      if (!/^\d{4}-\d{2}-\d{2}$/u.test(given))
        throw new Error(`${nameOf(element)} takes a date, not ${given}`);
      return given;
    case 'selected_time':
      if (!/^\d{2}:\d{2}$/u.test(given)) throw new Error(`${nameOf(element)} takes a time, not ${given}`);
      return given;
    case 'selected_date_time':
      return Number(given);
    default:
      return given;
  }
}

function typedText(element: JsonObject, text: string): string {
  const { min_length: min, max_length: max, type } = element;
  if (typeof max === 'number' && text.length > max) {
    throw new Error(`${nameOf(element)} takes ${max} characters at most`);
  }
  if (typeof min === 'number' && text.length < min) {
    throw new Error(`${nameOf(element)} takes ${min} characters at least`);
  }
  if (type === 'number_input' && !Number.isFinite(Number(text))) {
    throw new Error(`${nameOf(element)} takes a number, not ${text}`);
  }
  return text;
}

function optionOf(element: JsonObject, value: string): JsonObject {
  const options = optionsOf(element);
  const option = options.find((each) => each['value'] === value);
  if (option) return option;
  const offered = options.map((each) => String(each['value'])).join(', ');
  throw new Error(`${nameOf(element)} does not offer ${value}, only ${offered}`);
}

function takesSeveral(field: string): boolean {
  return field.endsWith('s');
}

function nameOf(element: JsonObject): string {
  return `The ${String(element['type'])} ${String(element['action_id'])}`;
}
