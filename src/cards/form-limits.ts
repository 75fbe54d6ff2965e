/** How much may be written in a form; Slack's inputs hold 3,000 characters: https://docs.slack.dev/reference/block-kit. */
export const WHY_MAX_LENGTH = 500;
export const CAUSE_MAX_LENGTH = 500;
export const TYPED_TIME_MAX_LENGTH = 40;
export const CLOSING_NOTE_MAX_LENGTH = 2_000;
export const SECTION_TEXT_MAX_LENGTH = 3_000;
export const ACTION_TEXT_MAX_LENGTH = 300;
export const ADDRESS_MAX_LENGTH = 500;
export const HEARD_TEXT_MAX_LENGTH = 3_000;
export const WHOM_MAX_LENGTH = 150;
