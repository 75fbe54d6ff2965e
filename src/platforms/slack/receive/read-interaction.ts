/** Reads clicks, commands and forms: https://docs.slack.dev/reference/interaction-payloads */
import { isRecord, type JsonRecord, recordAt, recordsAt, textAt } from '../../wire/record.js';
import { readFormMetadata, type FormPlace } from '../render/form-metadata.js';
import { readPressed, readShared } from '../render/buttons.js';
import { FORM_CALLBACK, INPUT_ACTION } from '../render/render-form.js';
import { isSlackId, isToken, isTs } from '../shapes.js';
import type { Click, Command, Submission } from './asked.js';

/** Slack's own limit is not said; a line of ours is never this long. */
const LONGEST_LINE = 1_000;
const LONGEST_ANSWER = 3_000;

/** `responseUrl` says which addresses are Slack's. */
export type IsSlackUrl = (url: URL) => boolean;

export function readClick(body: JsonRecord, isSlackUrl: IsSlackUrl): Click | undefined {
  const userId = recordAt(body, 'user')['id'];
  const [action] = recordsAt(body, 'actions');
  if (!isSlackId(userId) || !action || textAt(action, 'action_id') === '') return undefined;
  const container = recordAt(body, 'container');
  const button = {
    actionId: textAt(action, 'action_id'),
    value: textAt(action, 'value') || textAt(recordAt(action, 'selected_option'), 'value'),
  };
  const pressed = readPressed(button);
  const shared = readShared(button);
  const trigger = body['trigger_id'];
  const channel = recordAt(body, 'channel')['id'] ?? container['channel_id'];
  return {
    kind: 'click',
    userId,
    place: placeOf(channel, container['thread_ts']),
    inNote: container['is_ephemeral'] === true || isDirectChannel(channel),
    ...(pressed && { pressed }),
    ...(shared !== undefined && { shared }),
    ...(isToken(trigger) && { triggerId: trigger }),
    ...viewOf(body),
    ...responseUrlOf(body, isSlackUrl),
  };
}

function viewOf(body: JsonRecord): Pick<Click, 'view'> {
  const { id, type } = recordAt(body, 'view');
  return isSlackId(id) && (type === 'home' || type === 'modal') ? { view: { id, type } } : {};
}

/** https://docs.slack.dev/reference/objects/conversation-object */
function isDirectChannel(channel: unknown): boolean {
  return isSlackId(channel) && channel.startsWith('D');
}

export function readCommand(body: JsonRecord, isSlackUrl: IsSlackUrl): Command | undefined {
  const { user_id: userId, channel_id: channel } = body;
  const name = textAt(body, 'command');
  if (!isSlackId(userId) || !/^\/[\w-]{1,31}$/u.test(name)) return undefined;
  return {
    kind: 'command',
    userId,
    line: `${name} ${textAt(body, 'text')}`.trim().slice(0, LONGEST_LINE),
    place: placeOf(channel, undefined),
    ...(isToken(body['trigger_id']) && { triggerId: body['trigger_id'] }),
    ...responseUrlOf(body, isSlackUrl),
  };
}

/** Undefined for any form but ours. */
export function readSubmission(body: JsonRecord): Submission | undefined {
  const userId = recordAt(body, 'user')['id'];
  const view = recordAt(body, 'view');
  const viewId = view['id'];
  const metadata = readFormMetadata(textAt(view, 'private_metadata'));
  if (view['callback_id'] !== FORM_CALLBACK || !metadata) return undefined;
  if (!isSlackId(userId) || !isSlackId(viewId)) return undefined;
  const answers: Record<string, string> = { ...metadata.carried };
  const people: string[] = [];
  for (const [field, inputs] of Object.entries(recordAt(recordAt(view, 'state'), 'values'))) {
    const input = isRecord(inputs) ? recordAt(inputs, INPUT_ACTION) : {};
    const answer = readAnswer(input);
    if (answer === undefined) continue;
    answers[field] = answer;
    if (input['type'] === 'users_select') people.push(field);
  }
  const inputs = recordsAt(view, 'blocks')
    .filter((block) => block['type'] === 'input')
    .map((block) => textAt(block, 'block_id'));
  const { channel, thread } = metadata;
  return {
    kind: 'submission',
    userId,
    viewId,
    metadata,
    answers,
    people,
    inputs,
    place: placeOf(channel, thread),
  };
}

function readAnswer(input: JsonRecord): string | undefined {
  switch (input['type']) {
    case 'plain_text_input':
      return textAt(input, 'value').slice(0, LONGEST_ANSWER) || undefined;
    case 'radio_buttons':
    case 'static_select':
      return textAt(recordAt(input, 'selected_option'), 'value') || undefined;
    case 'users_select': {
      const userId = input['selected_user'];
      return isSlackId(userId) ? userId : undefined;
    }
    default:
      return undefined;
  }
}

export function placeOf(channel: unknown, thread: unknown): FormPlace {
  return { ...(isSlackId(channel) && { channel }), ...(isTs(thread) && { thread }) };
}

export function responseUrlOf(body: JsonRecord, isSlackUrl: IsSlackUrl): { readonly responseUrl?: URL } {
  const text = textAt(body, 'response_url');
  if (!URL.canParse(text)) return {};
  const url = new URL(text);
  return isSlackUrl(url) ? { responseUrl: url } : {};
}
