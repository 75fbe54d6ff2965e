import { isObject, type JsonObject } from '../frame/json-object.js';
import { blocks } from './block-kit/blocks.js';
import { id, plainText } from './block-kit/composition.js';
import {
  ALL_BLOCKS_CHARS,
  ATTACHMENTS_PER_MESSAGE,
  BLOCKS_PER_MESSAGE,
  BLOCKS_PER_VIEW,
  ID_CHARS,
  PRIVATE_METADATA_CHARS,
  VIEW_BUTTON_CHARS,
  VIEW_BYTES,
  VIEW_TITLE_CHARS,
} from './block-kit/limits.js';
import type { Field, Walk } from './block-kit/shape.js';
import {
  at,
  boolean,
  fault,
  newWalk,
  object,
  oneOfTypes,
  optional,
  required,
  string,
} from './block-kit/shape.js';

interface MessageFault {
  readonly error:
    | 'invalid_blocks'
    | 'invalid_blocks_format'
    | 'invalid_attachments'
    | 'too_many_attachments'
    | 'msg_blocks_too_long';
  /** In Slack's words, each with its JSON pointer. */
  readonly messages: readonly string[];
}

interface ViewFault {
  readonly error: 'invalid_arguments' | 'view_too_large';
  readonly messages: readonly string[];
}

const messageBlocks = blocks({ in: 'message', max: BLOCKS_PER_MESSAGE });
const viewBlocks = blocks({ in: 'view', max: BLOCKS_PER_VIEW });

/** An attachment with blocks may carry nothing else: https://github.com/slackapi/node-slack-sdk/pull/832 */
const BESIDE_BLOCKS = new Set(['blocks', 'color', 'fallback']);

/** What Slack would refuse in the blocks and attachments of a message, already parsed; undefined where it would take them. */
export function checkMessageBlocks(
  content: { readonly blocks?: unknown; readonly attachments?: unknown },
  unknown?: ReadonlySet<string>,
): MessageFault | undefined {
  const walk = newWalk(unknown);
  if (content.blocks !== undefined) {
    if (!Array.isArray(content.blocks)) return { error: 'invalid_blocks_format', messages: [] };
    at(walk, 'blocks', messageBlocks, content.blocks);
    if (walk.faults.length > 0) return { error: 'invalid_blocks', messages: walk.faults };
  }
  if (content.attachments !== undefined) {
    const inAttachments = checkAttachments(content.attachments, walk);
    if (inAttachments) return inAttachments;
  }
  return walk.characters > ALL_BLOCKS_CHARS ? { error: 'msg_blocks_too_long', messages: [] } : undefined;
}

function checkAttachments(value: unknown, walk: Walk): MessageFault | undefined {
  if (!Array.isArray(value)) return { error: 'invalid_attachments', messages: [] };
  const attachments: readonly unknown[] = value;
  if (attachments.length > ATTACHMENTS_PER_MESSAGE) return { error: 'too_many_attachments', messages: [] };
  attachments.forEach((attachment, index) =>
    at(
      walk,
      'attachments',
      (_, there) => at(there, index, (each) => checkAttachment(each, there), attachment),
      attachments,
    ),
  );
  return walk.faults.length > 0 ? { error: 'invalid_attachments', messages: walk.faults } : undefined;
}

function checkAttachment(attachment: unknown, walk: Walk): void {
  if (!isObject(attachment)) {
    fault(walk, 'must provide an object');
    return;
  }
  if (attachment['blocks'] === undefined) return;
  if (Object.keys(attachment).some((key) => !BESIDE_BLOCKS.has(key)))
    walk.faults.push('[ERROR] invalid_keys');
  at(walk, 'blocks', messageBlocks, attachment['blocks']);
}

// https://docs.slack.dev/reference/views
const shared: Readonly<Record<string, Field>> = {
  type: required(string({ max: 20 })),
  blocks: required(viewBlocks),
  private_metadata: optional(string({ max: PRIVATE_METADATA_CHARS })),
  callback_id: optional(string({ max: ID_CHARS })),
  external_id: optional(string({ max: ID_CHARS })),
};
const modal = object(
  {
    ...shared,
    callback_id: optional(id),
    title: required(plainText(VIEW_TITLE_CHARS)),
    close: optional(plainText(VIEW_BUTTON_CHARS)),
    submit: optional(plainText(VIEW_BUTTON_CHARS)),
    clear_on_close: optional(boolean),
    notify_on_close: optional(boolean),
    submit_disabled: optional(boolean),
  },
  inputsNeedSubmit,
);
const view = oneOfTypes({ modal, home: object(shared) });

/** What Slack would refuse in a view, already parsed; undefined where it would take it. */
export function checkView(value: unknown): ViewFault | undefined {
  const walk = newWalk();
  at(walk, 'view', view, value);
  if (walk.faults.length > 0) return { error: 'invalid_arguments', messages: walk.faults };
  const bytes = Buffer.byteLength(JSON.stringify(value));
  return bytes > VIEW_BYTES ? { error: 'view_too_large', messages: [] } : undefined;
}

function inputsNeedSubmit(value: JsonObject, walk: Walk): void {
  const inside = Array.isArray(value['blocks']) ? (value['blocks'] as readonly unknown[]) : [];
  const hasInput = inside.some((block) => isObject(block) && block['type'] === 'input');
  if (hasInput && value['submit'] === undefined) fault(walk, 'missing required field: submit');
}
