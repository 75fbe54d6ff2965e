import type { JsonObject } from '../../frame/json-object.js';
import { isObject } from '../../frame/json-object.js';
import { confirm, id, menuOption, optionGroups, plainText, tickOption } from './composition.js';
import {
  BUTTON_LABEL_CHARS,
  BUTTON_TEXT_CHARS,
  BUTTON_URL_CHARS,
  BUTTON_VALUE_CHARS,
  IMAGE_TEXT_CHARS,
  IMAGE_URL_CHARS,
  INPUT_VALUE_CHARS,
  OVERFLOW_OPTIONS,
  PLACEHOLDER_CHARS,
  RADIO_OPTIONS,
  SELECT_OPTIONS,
} from './limits.js';
import type { Check, Field, Walk } from './shape.js';
import {
  boolean,
  fault,
  integer,
  list,
  matching,
  object,
  oneOf,
  optional,
  required,
  string,
} from './shape.js';

// https://docs.slack.dev/reference/block-kit/block-elements
const base: Readonly<Record<string, Field>> = {
  type: required(string({ max: 100 })),
  action_id: optional(id),
};
const asked: Readonly<Record<string, Field>> = {
  ...base,
  confirm: optional(confirm),
  placeholder: optional(plainText(PLACEHOLDER_CHARS)),
  focus_on_load: optional(boolean),
};
const typed: Readonly<Record<string, Field>> = {
  ...base,
  placeholder: optional(plainText(PLACEHOLDER_CHARS)),
  focus_on_load: optional(boolean),
  dispatch_action_config: optional(
    object({ trigger_actions_on: required(list(string({ max: 50 }), { min: 1, max: 2 })) }),
  ),
};
const several: Readonly<Record<string, Field>> = {
  max_selected_items: optional(integer({ min: 1, max: 1000 })),
};
const menu: Readonly<Record<string, Field>> = {
  ...asked,
  options: optional(list(menuOption, { min: 1, max: SELECT_OPTIONS })),
  option_groups: optional(optionGroups(SELECT_OPTIONS)),
};
const choices: Readonly<Record<string, Field>> = {
  ...base,
  confirm: optional(confirm),
  focus_on_load: optional(boolean),
  options: required(list(tickOption, { min: 1, max: RADIO_OPTIONS })),
};
const ids = optional(list(id, { max: 100 }));
const date = optional(matching(/^\d{4}-\d{2}-\d{2}$/u, 'date'));
const time = optional(matching(/^\d{2}:\d{2}$/u, 'time'));

const button = object({
  ...base,
  text: required(plainText(BUTTON_TEXT_CHARS)),
  value: optional(string({ max: BUTTON_VALUE_CHARS })),
  url: optional(string({ max: BUTTON_URL_CHARS })),
  style: optional(oneOf('primary', 'danger')),
  confirm: optional(confirm),
  accessibility_label: optional(string({ max: BUTTON_LABEL_CHARS })),
});

export const image: Check = object(
  {
    type: required(oneOf('image')),
    image_url: optional(string({ min: 1, max: IMAGE_URL_CHARS })),
    slack_file: optional(object({ id: optional(id), url: optional(string({ max: IMAGE_URL_CHARS })) })),
    alt_text: required(string({ min: 1, max: IMAGE_TEXT_CHARS })),
  },
  oneOfTheseFields('image_url', 'slack_file'),
);

const menus: Readonly<Record<string, Check>> = {
  static_select: object({ ...menu, initial_option: optional(menuOption) }, menuHolds('initial_option')),
  users_select: object({ ...asked, initial_user: optional(id) }),
  channels_select: object({
    ...asked,
    initial_channel: optional(id),
    response_url_enabled: optional(boolean),
  }),
  conversations_select: object({
    ...asked,
    initial_conversation: optional(id),
    default_to_current_conversation: optional(boolean),
    response_url_enabled: optional(boolean),
    filter: optional(
      object({
        include: optional(list(oneOf('im', 'mpim', 'private', 'public'), { min: 1, max: 4 })),
        exclude_external_shared_channels: optional(boolean),
        exclude_bot_users: optional(boolean),
      }),
    ),
  }),
};
const menusOfSeveral: Readonly<Record<string, Check>> = {
  multi_static_select: object(
    { ...menu, ...several, initial_options: optional(list(menuOption, { max: SELECT_OPTIONS })) },
    menuHolds('initial_options'),
  ),
  multi_users_select: object({ ...asked, ...several, initial_users: ids }),
  multi_channels_select: object({ ...asked, ...several, initial_channels: ids }),
  multi_conversations_select: object({ ...asked, ...several, initial_conversations: ids }),
};
const pickers: Readonly<Record<string, Check>> = {
  datepicker: object({ ...asked, initial_date: date }),
  timepicker: object({ ...asked, initial_time: time, timezone: optional(string({ max: 100 })) }),
  radio_buttons: object({ ...choices, initial_option: optional(tickOption) }, menuHolds('initial_option')),
  checkboxes: object(
    { ...choices, initial_options: optional(list(tickOption, { max: RADIO_OPTIONS })) },
    menuHolds('initial_options'),
  ),
};
const datetimepicker = object({
  ...base,
  confirm: optional(confirm),
  focus_on_load: optional(boolean),
  initial_date_time: optional(integer({ min: 0, max: 9_999_999_999 })),
});
const overflow = object({
  ...base,
  confirm: optional(confirm),
  options: required(list(menuOption, { min: 1, max: OVERFLOW_OPTIONS })),
});
const textInputs: Readonly<Record<string, Check>> = {
  plain_text_input: object(
    {
      ...typed,
      initial_value: optional(string({ max: INPUT_VALUE_CHARS })),
      multiline: optional(boolean),
      min_length: optional(integer({ min: 0, max: INPUT_VALUE_CHARS })),
      max_length: optional(integer({ min: 1, max: INPUT_VALUE_CHARS })),
    },
    initialValueFits,
  ),
  email_text_input: object({ ...typed, initial_value: optional(string({ max: INPUT_VALUE_CHARS })) }),
  url_text_input: object({ ...typed, initial_value: optional(string({ max: INPUT_VALUE_CHARS })) }),
  number_input: object({
    ...typed,
    is_decimal_allowed: required(boolean),
    initial_value: optional(string({ max: 100 })),
    min_value: optional(string({ max: 100 })),
    max_value: optional(string({ max: 100 })),
  }),
};

export const IN_ACTIONS: Readonly<Record<string, Check>> = {
  button,
  overflow,
  datetimepicker,
  ...menus,
  ...pickers,
};
export const IN_SECTION: Readonly<Record<string, Check>> = {
  button,
  image,
  overflow,
  ...menus,
  ...menusOfSeveral,
  ...pickers,
};
export const IN_INPUT: Readonly<Record<string, Check>> = {
  datetimepicker,
  ...menus,
  ...menusOfSeveral,
  ...pickers,
  ...textInputs,
};

function oneOfTheseFields(first: string, second: string) {
  return (value: JsonObject, walk: Walk): void => {
    const given = [first, second].filter((name) => value[name] !== undefined);
    if (given.length !== 1) fault(walk, `must provide exactly one of ${first}, ${second}`);
  };
}

/** Options or groups of them, and what is chosen at first must be among them. */
function menuHolds(initial: 'initial_option' | 'initial_options') {
  const alternatives = oneOfTheseFields('options', 'option_groups');
  return (value: JsonObject, walk: Walk): void => {
    alternatives(value, walk);
    const chosen = value[initial];
    if (chosen === undefined || chosen === null) return;
    const offered = new Set(optionsOf(value).map((option) => option['value']));
    const missing = (Array.isArray(chosen) ? (chosen as readonly unknown[]) : [chosen]).some(
      (option) => isObject(option) && !offered.has(option['value']),
    );
    if (missing) fault(walk, `${initial} must be one of the options`);
  };
}

function initialValueFits(value: JsonObject, walk: Walk): void {
  const { initial_value: initial, max_length: max } = value;
  if (typeof initial === 'string' && typeof max === 'number' && initial.length > max) {
    fault(walk, `initial_value must be less than ${max + 1} characters`);
  }
}

/** Every option that a menu offers, in groups or not. */
export function optionsOf(element: JsonObject): readonly JsonObject[] {
  const groups = Array.isArray(element['option_groups'])
    ? (element['option_groups'] as readonly unknown[])
    : [];
  const lists = [
    element['options'],
    ...groups.map((group) => (isObject(group) ? group['options'] : undefined)),
  ];
  return lists.flatMap((options) =>
    Array.isArray(options) ? (options as readonly unknown[]).filter(isObject) : [],
  );
}
