import { isObject, type JsonObject } from '../../frame/json-object.js';
import { anyText, id, plainText } from './composition.js';
import { dataVisualization } from './data-visualization.js';
import { image, IN_ACTIONS, IN_INPUT, IN_SECTION } from './elements.js';
import {
  ACTIONS_ELEMENTS,
  CHARTS_PER_MESSAGE,
  CONTEXT_ELEMENTS,
  HEADER_TEXT_CHARS,
  IMAGE_TEXT_CHARS,
  IMAGE_URL_CHARS,
  INPUT_HINT_CHARS,
  INPUT_LABEL_CHARS,
  MARKDOWN_CHARS,
  SECTION_FIELD_CHARS,
  SECTION_FIELDS,
  SECTION_TEXT_CHARS,
  TABLE_COLUMNS,
  TABLE_ROWS,
} from './limits.js';
import { richText } from './rich-text.js';
import type { Check, Field, Walk } from './shape.js';
import {
  at,
  boolean,
  fault,
  list,
  object,
  oneOf,
  oneOfTypes,
  optional,
  required,
  shownText,
  string,
} from './shape.js';

// https://docs.slack.dev/reference/block-kit/blocks
const type: Field = required(string({ max: 100 }));
const block_id: Field = optional(id);

const section = object(
  {
    type,
    block_id,
    text: optional(anyText(SECTION_TEXT_CHARS)),
    fields: optional(list(anyText(SECTION_FIELD_CHARS), { min: 1, max: SECTION_FIELDS })),
    accessory: optional(oneOfTypes(IN_SECTION)),
    expand: optional(boolean),
  },
  (value, walk) => {
    if (value['text'] === undefined && value['fields'] === undefined) {
      fault(walk, 'missing required field: text');
    }
  },
);

const actions = object(
  { type, block_id, elements: required(list(oneOfTypes(IN_ACTIONS), { min: 1, max: ACTIONS_ELEMENTS })) },
  actionIdsDiffer,
);

const context = object({
  type,
  block_id,
  elements: required(
    list(
      (value, walk) =>
        (isObject(value) && value['type'] === 'image' ? image : anyText(SECTION_TEXT_CHARS))(value, walk),
      { min: 1, max: CONTEXT_ELEMENTS },
    ),
  ),
});

const input = object({
  type,
  block_id,
  label: required(plainText(INPUT_LABEL_CHARS)),
  element: required(oneOfTypes(IN_INPUT)),
  hint: optional(plainText(INPUT_HINT_CHARS)),
  optional: optional(boolean),
  dispatch_action: optional(boolean),
});

const imageBlock = object({
  type,
  block_id,
  image_url: optional(string({ min: 1, max: IMAGE_URL_CHARS })),
  slack_file: optional(object({ id: optional(id), url: optional(string({ max: IMAGE_URL_CHARS })) })),
  alt_text: required(string({ min: 1, max: IMAGE_TEXT_CHARS })),
  title: optional(plainText(IMAGE_TEXT_CHARS)),
});

const cell = oneOfTypes({
  raw_text: object({ type, text: required(shownText({ min: 1, max: SECTION_TEXT_CHARS })) }),
  rich_text: richText,
});
const table = object({
  type,
  block_id,
  rows: required(list(list(cell, { min: 1, max: TABLE_COLUMNS }), { min: 1, max: TABLE_ROWS })),
  column_settings: optional(
    list(object({ align: optional(oneOf('left', 'center', 'right')), is_wrapped: optional(boolean) }), {
      max: TABLE_COLUMNS,
    }),
  ),
});

const SHARED: Readonly<Record<string, Check>> = {
  header: object({ type, block_id, text: required(plainText(HEADER_TEXT_CHARS)) }),
  divider: object({ type, block_id }),
  image: imageBlock,
  rich_text: richText,
  section,
  actions,
  context,
  input,
};

const inMessage = oneOfTypes({
  ...SHARED,
  table,
  data_visualization: dataVisualization,
  markdown: object({ type, block_id, text: required(shownText({ min: 1, max: MARKDOWN_CHARS })) }),
});
const inView = oneOfTypes(SHARED);

/** Blocks of a message or an attachment (`in: 'message'`), or of a modal or the App Home (`in: 'view'`). */
export function blocks(place: { readonly in: 'message' | 'view'; readonly max: number }): Check {
  const shape = place.in === 'message' ? inMessage : inView;
  const each = list(
    (block, walk) => {
      shape(block, walk);
      if (isObject(block)) blockIdIsNew(block, walk);
    },
    { max: place.max },
  );
  return (value, walk) => {
    each(value, walk);
    const charts = Array.isArray(value)
      ? (value as readonly unknown[]).filter(
          (block) => isObject(block) && block['type'] === 'data_visualization',
        )
      : [];
    if (charts.length > CHARTS_PER_MESSAGE)
      fault(walk, `no more than ${CHARTS_PER_MESSAGE} data_visualization blocks allowed`);
  };
}

function blockIdIsNew(block: JsonObject, walk: Walk): void {
  const blockId = block['block_id'];
  if (typeof blockId !== 'string') return;
  if (walk.blockIds.has(blockId)) at(walk, 'block_id', (_, there) => fault(there, 'already exists'), blockId);
  walk.blockIds.add(blockId);
}

function actionIdsDiffer(block: JsonObject, walk: Walk): void {
  const elements = Array.isArray(block['elements']) ? (block['elements'] as readonly unknown[]) : [];
  const seen = new Set<unknown>();
  elements.forEach((element, index) => {
    const actionId = isObject(element) ? element['action_id'] : undefined;
    if (actionId !== undefined && seen.has(actionId)) {
      at(walk, `elements/${index}/action_id`, (_, there) => fault(there, 'already exists'), actionId);
    }
    seen.add(actionId);
  });
}
