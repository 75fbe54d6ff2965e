import { isObject } from '../frame/json-object.js';
import { refuse, type Answer } from './answer.js';
import { checkMessageBlocks } from './block-kit-limits.js';
import { MESSAGE_TEXT_CHARS, METADATA_CHARS } from './block-kit/limits.js';
import { jsonArg, textArg, type Call } from './call.js';
import type { Ids } from './ids.js';
import type { World } from './world.js';
import type { Attachment, Block, Metadata } from './message.js';

type Writable = Record<string, unknown>;

/** What a call says a message holds; a field is absent where the call does not name it. */
export interface Content {
  readonly text?: string;
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly Attachment[];
  /** `none` where the call asks for the metadata to be taken off. */
  readonly metadata?: Metadata | 'none';
  /** Slack cuts longer texts and says so. */
  readonly truncated: boolean;
}

/** The content of a message as Slack would store it, or Slack's refusal. */
export function readContent(
  call: Call,
  { ids, unknownBlocks }: Pick<World, 'ids' | 'unknownBlocks'>,
): Content | { readonly refused: Answer } {
  const blocks = jsonArg(call, 'blocks');
  if (blocks === 'unparsable') return { refused: refuse('invalid_blocks_format') };
  const attachments = jsonArg(call, 'attachments');
  if (attachments === 'unparsable') return { refused: refuse('invalid_attachments') };
  const wrong = checkMessageBlocks({ blocks: blocks.value, attachments: attachments.value }, unknownBlocks);
  if (wrong) {
    const said = wrong.messages.length > 0 ? { response_metadata: { messages: wrong.messages } } : undefined;
    return { refused: refuse(wrong.error, said) };
  }
  const metadata = readMetadata(call);
  if (typeof metadata === 'string' && metadata !== 'none') return { refused: refuse(metadata) };
  const text = textArg(call, 'text');
  return {
    truncated: (text?.length ?? 0) > MESSAGE_TEXT_CHARS,
    ...(text !== undefined && { text: text.slice(0, MESSAGE_TEXT_CHARS) }),
    ...(blocks.value !== undefined && { blocks: withIds(blocks.value as readonly Writable[], ids) }),
    ...(attachments.value !== undefined && {
      attachments: stored(attachments.value as readonly Writable[], ids),
    }),
    ...(metadata !== undefined && { metadata }),
  };
}

/** https://docs.slack.dev/messaging/message-metadata */
function readMetadata(
  call: Call,
):
  | Metadata
  | 'none'
  | 'invalid_metadata_format'
  | 'invalid_metadata_schema'
  | 'metadata_too_large'
  | undefined {
  const given = jsonArg(call, 'metadata');
  if (given === 'unparsable') return 'invalid_metadata_format';
  if (given.value === undefined) return undefined;
  if (!isObject(given.value)) return 'invalid_metadata_format';
  if (Object.keys(given.value).length === 0) return 'none';
  const { event_type, event_payload } = given.value;
  if (typeof event_type !== 'string' || event_type === '' || !isObject(event_payload)) {
    return 'invalid_metadata_schema';
  }
  if (JSON.stringify(event_payload).length > METADATA_CHARS) return 'metadata_too_large';
  return { event_type, event_payload };
}

/** Slack gives every block an id that the sender did not name. The arguments are this call's own, so they are changed in place. */
function withIds(blocks: readonly Writable[], ids: Ids): readonly Block[] {
  for (const block of blocks) {
    if (typeof block['block_id'] !== 'string') block['block_id'] = ids.next('', 5);
  }
  return blocks as readonly Block[];
}

function stored(attachments: readonly Writable[], ids: Ids): readonly Attachment[] {
  attachments.forEach((attachment, index) => {
    const { color, blocks, fallback } = attachment;
    attachment['id'] = index + 1;
    if (typeof fallback !== 'string') attachment['fallback'] = '[no preview available]';
    if (typeof color === 'string') attachment['color'] = color.replace(/^#/u, '');
    if (Array.isArray(blocks)) withIds(blocks as readonly Writable[], ids);
  });
  return attachments as unknown as readonly Attachment[];
}
