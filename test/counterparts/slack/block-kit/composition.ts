import {
  CONFIRM_BUTTON_CHARS,
  CONFIRM_TEXT_CHARS,
  CONFIRM_TITLE_CHARS,
  ID_CHARS,
  OPTION_GROUPS,
  OPTION_TEXT_CHARS,
  OPTION_URL_CHARS,
  OPTION_VALUE_CHARS,
} from './limits.js';
import {
  boolean,
  list,
  object,
  oneOf,
  oneOfTypes,
  optional,
  required,
  shownText,
  string,
  type Check,
} from './shape.js';

// https://docs.slack.dev/reference/block-kit/composition-objects
const kind = required(string({ max: 100 }));

export const id: Check = string({ min: 1, max: ID_CHARS });

export function plainText(max: number): Check {
  return oneOfTypes({
    plain_text: object({ type: kind, text: required(shownText({ min: 1, max })), emoji: optional(boolean) }),
  });
}

export function anyText(max: number): Check {
  const text = required(shownText({ min: 1, max }));
  return oneOfTypes({
    plain_text: object({ type: kind, text, emoji: optional(boolean) }),
    mrkdwn: object({ type: kind, text, verbatim: optional(boolean) }),
  });
}

export const confirm: Check = object({
  title: required(plainText(CONFIRM_TITLE_CHARS)),
  text: required(anyText(CONFIRM_TEXT_CHARS)),
  confirm: required(plainText(CONFIRM_BUTTON_CHARS)),
  deny: required(plainText(CONFIRM_BUTTON_CHARS)),
  style: optional(oneOf('primary', 'danger')),
});

/** An option of a menu (plain text), or of radio buttons and checkboxes (mrkdwn too). */
function option(text: Check): Check {
  return object({
    text: required(text),
    value: required(string({ min: 1, max: OPTION_VALUE_CHARS })),
    description: optional(text),
    url: optional(string({ max: OPTION_URL_CHARS })),
  });
}

export const menuOption: Check = option(plainText(OPTION_TEXT_CHARS));
export const tickOption: Check = option(anyText(OPTION_TEXT_CHARS));

export function optionGroups(optionsInAll: number): Check {
  return list(
    object({
      label: required(plainText(OPTION_TEXT_CHARS)),
      options: required(list(menuOption, { min: 1, max: optionsInAll })),
    }),
    { min: 1, max: OPTION_GROUPS },
  );
}
