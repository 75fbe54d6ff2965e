/**
 * Block Kit's limits, each under the page that states it, below https://docs.slack.dev/reference/block-kit.
 * Where copies of a page disagree, the lower figure is taken: what passes here passes either way.
 */

// blocks
export const BLOCKS_PER_MESSAGE = 50;
export const BLOCKS_PER_VIEW = 100;
export const ID_CHARS = 255;

// blocks/section-block, blocks/header-block, blocks/context-block, blocks/actions-block, blocks/input-block
export const SECTION_TEXT_CHARS = 3000;
export const SECTION_FIELDS = 10;
export const SECTION_FIELD_CHARS = 2000;
export const HEADER_TEXT_CHARS = 150;
export const CONTEXT_ELEMENTS = 10;
export const ACTIONS_ELEMENTS = 25;
export const INPUT_LABEL_CHARS = 2000;
export const INPUT_HINT_CHARS = 2000;

// blocks/image-block, blocks/markdown-block, blocks/table-block
export const IMAGE_URL_CHARS = 3000;
export const IMAGE_TEXT_CHARS = 2000;
export const MARKDOWN_CHARS = 12_000;
export const TABLE_ROWS = 100;
export const TABLE_COLUMNS = 20;

// blocks/data-visualization-block; how many a message takes is not documented: https://github.com/vercel/chat/pull/696
export const CHART_TITLE_CHARS = 50;
export const CHART_LABEL_CHARS = 20;
export const CHART_AXIS_CHARS = 50;
export const CHART_PLACES = 20;
export const CHART_SERIES = 6;
export const CHARTS_PER_MESSAGE = 2;

// block-elements/button-element, block-elements/plain-text-input-element, block-elements/overflow-menu-element
export const BUTTON_TEXT_CHARS = 75;
export const BUTTON_VALUE_CHARS = 2000;
export const BUTTON_URL_CHARS = 3000;
export const BUTTON_LABEL_CHARS = 75;
export const PLACEHOLDER_CHARS = 150;
export const INPUT_VALUE_CHARS = 3000;
export const OVERFLOW_OPTIONS = 5;
export const RADIO_OPTIONS = 10;
export const SELECT_OPTIONS = 100;
export const OPTION_GROUPS = 100;

// composition-objects/option-object, composition-objects/confirmation-dialog-object
export const OPTION_TEXT_CHARS = 75;
export const OPTION_VALUE_CHARS = 75;
export const OPTION_URL_CHARS = 3000;
export const CONFIRM_TITLE_CHARS = 100;
export const CONFIRM_TEXT_CHARS = 300;
export const CONFIRM_BUTTON_CHARS = 30;

// https://docs.slack.dev/reference/views
export const VIEW_TITLE_CHARS = 24;
export const VIEW_BUTTON_CHARS = 24;
export const PRIVATE_METADATA_CHARS = 3000;
export const VIEW_BYTES = 250_000;

// https://docs.slack.dev/reference/methods/chat.postMessage
export const ATTACHMENTS_PER_MESSAGE = 100;
export const MESSAGE_TEXT_CHARS = 40_000;

/** Not documented; people ran into it: https://github.com/slackapi/bolt-js/issues/2509 */
export const ALL_BLOCKS_CHARS = 13_200;

/** Slack names the error metadata_too_large but no figure; this one is ours, and generous for ids. */
export const METADATA_CHARS = 8000;
