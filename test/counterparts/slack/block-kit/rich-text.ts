import {
  boolean,
  integer,
  list,
  object,
  oneOf,
  oneOfTypes,
  optional,
  required,
  shownText,
  string,
} from './shape.js';
import type { Check, Field } from './shape.js';
import { id } from './composition.js';
import { OPTION_URL_CHARS, SECTION_TEXT_CHARS } from './limits.js';

// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
const type: Field = required(string({ max: 100 }));
const style: Field = optional(
  object({
    bold: optional(boolean),
    italic: optional(boolean),
    strike: optional(boolean),
    underline: optional(boolean),
    code: optional(boolean),
    highlight: optional(boolean),
    client_highlight: optional(boolean),
    unlink: optional(boolean),
  }),
);
/** The page states no limit of its own for a run of text; the sum over all blocks bounds it. */
const run: Field = required(shownText({ min: 1, max: SECTION_TEXT_CHARS * 4 }));
const url: Field = required(string({ min: 1, max: OPTION_URL_CHARS }));

const inline: Check = oneOfTypes({
  text: object({ type, text: run, style }),
  link: object({
    type,
    url,
    text: optional(shownText({ max: SECTION_TEXT_CHARS })),
    unsafe: optional(boolean),
    style,
  }),
  emoji: object({
    type,
    name: required(id),
    unicode: optional(id),
    skin_tone: optional(integer({ min: 1, max: 6 })),
  }),
  user: object({ type, user_id: required(id), style }),
  usergroup: object({ type, usergroup_id: required(id), style }),
  channel: object({ type, channel_id: required(id), style }),
  team: object({ type, team_id: required(id), style }),
  broadcast: object({ type, range: required(oneOf('here', 'channel', 'everyone')), style }),
  color: object({ type, value: required(string({ max: 20 })) }),
  date: object({
    type,
    timestamp: required(integer({ min: 0, max: 9_999_999_999 })),
    format: required(string({ min: 1, max: 300 })),
    url: optional(string({ max: OPTION_URL_CHARS })),
    fallback: optional(string({ max: SECTION_TEXT_CHARS })),
    style,
  }),
});

const inlines: Field = required(list(inline, { max: 1000 }));
const border: Field = optional(integer({ min: 0, max: 1 }));
const section: Check = object({ type, elements: inlines });

export const richText: Check = object({
  type,
  block_id: optional(id),
  elements: required(
    list(
      oneOfTypes({
        rich_text_section: section,
        rich_text_list: object({
          type,
          elements: required(list(oneOfTypes({ rich_text_section: section }), { max: 1000 })),
          style: required(oneOf('bullet', 'ordered')),
          indent: optional(integer({ min: 0, max: 8 })),
          offset: optional(integer({ min: 0, max: 1000 })),
          border,
        }),
        rich_text_preformatted: object({
          type,
          elements: inlines,
          border,
          language: optional(string({ max: 100 })),
        }),
        rich_text_quote: object({ type, elements: inlines, border }),
      }),
      { max: 1000 },
    ),
  ),
});
